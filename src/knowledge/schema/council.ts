/** One local authority: the `council.yaml` of its folder. */
import { z } from 'zod';
import { Contact, Role } from './contact.ts';
import { Look } from './look.ts';

export const Slug = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'use lower-case words joined by hyphens');

export const Council = z.strictObject({
  slug: Slug,
  /** Full name: "Dudley Metropolitan Borough Council". */
  name: z.string().min(3),
  /** What people call the place: "Dudley". */
  place: z.string().min(2),
  /** Other names, towns and short forms by which a family may name it. */
  aliases: z.array(z.string().min(2)).default([]),
  /** Names that look like this council's and are not: said when one of them is heard. */
  notToConfuse: z.array(z.strictObject({ names: z.array(z.string()).min(1), say: z.string() })).default([]),
  /** Web origins that may show the chat: "https://www.dudley.gov.uk". */
  origins: z.array(z.url({ protocol: /^https?$/ })).default([]),
  look: Look.prefault({}),
  contacts: z.partialRecord(Role, z.array(Contact).min(1)),
});
export type Council = z.infer<typeof Council>;
