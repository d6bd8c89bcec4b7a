import type { IsoDate } from '../../shared/vocabulary.ts';
import { ROLES } from '../schema/contact.ts';
import { Slug } from '../schema/council.ts';
import { councilTemplate, pageTemplate } from './council-template.ts';

export interface NewCouncil {
  readonly slug: string;
  /** Path below the knowledge folder, and text. Nothing is written yet. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * A whole folder for a council, commented, that loads as it stands: "North Somerset Council" becomes
 * `councils/north-somerset/`. @throws RangeError when no folder name can be made of the name
 */
export function newCouncil(name: string, today: IsoDate): NewCouncil {
  const place = name
    .replace(/\b(the|council|county|city|borough|metropolitan|district|london|royal|of)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const slug = place
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, ' ')
    .replace(/['’.\p{M}]/gu, '')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
  if (!Slug.safeParse(slug).success) throw new RangeError(`No folder name can be made of "${name}".`);
  const folder = `councils/${slug}`;
  return {
    slug,
    files: new Map([
      [`${folder}/council.yaml`, councilTemplate({ slug, name, place, roles: ROLES, today })],
      [`${folder}/sendiass.md`, pageTemplate(place, today)],
    ]),
  };
}
