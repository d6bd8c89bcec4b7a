import { z } from 'zod';

const Words = z.record(z.string().regex(/^[a-z0-9]+$/), z.string().regex(/^[a-z0-9]+( [a-z0-9]+)*$/));

/** `knowledge/triage/spellings.yaml`. */
export const SpellingsFile = z.strictObject({
  contractions: Words,
  shorthand: Words,
  names: Words,
  likened: Words,
});

/** From a word as typed to the words it is read as. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

export function readSpellings(file: z.infer<typeof SpellingsFile>): Spellings {
  const all = { ...file.contractions, ...file.shorthand, ...file.names };
  return new Map(Object.entries(all).map(([typed, read]) => [typed, read.split(' ')]));
}
