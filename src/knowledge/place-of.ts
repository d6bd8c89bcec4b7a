import type { Knowledge } from './knowledge.ts';

/** The place of a council as people say it ("Dudley"); of one that is no longer loaded, its short name. */
export function placeOf({ councils }: Pick<Knowledge, 'councils'>, slug: string): string {
  return councils.get(slug)?.place ?? slug;
}
