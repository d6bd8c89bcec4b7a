import type { Source } from '../../knowledge/schema/source.ts';
import { plainMarkdown } from './markdown.ts';

/** A source as a link. Teams knows no `<...>` around an address, so brackets in it are written as codes. */
export function sourceLink({ name, url }: Pick<Source, 'name' | 'url'>): string {
  const address = url.replace(/[()\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `[${plainMarkdown(name)}](${address})`;
}
