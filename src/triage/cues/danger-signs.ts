import { z } from 'zod';
import { phrasePattern } from './phrase.ts';

/** `knowledge/triage/danger.yaml`: for each sign the phrases that show it. */
export const DangerFile = z
  .record(z.string().regex(/^[a-z-]+$/), z.array(z.string().min(1)).min(1))
  .refine((file) => 'grave' in file, 'the sign "grave" is missing');

/** The one sign that decides something by itself: the message is at least maybe urgent. */
export const GRAVE = 'grave';

/** The signs that words show, in the order of the file. */
export type FindSigns = (words: readonly string[]) => string[];

/** Compiles the phrases once. Words are read as `tokenise` gives them. */
export function signFinder(file: z.infer<typeof DangerFile>): FindSigns {
  const signs = Object.entries(file).map(([sign, phrases]) => {
    const pattern = new RegExp(` (?:${phrases.map(phrasePattern).join('|')})`);
    return { sign, pattern };
  });
  return (words) => {
    const line = ` ${words.join(' ')} `;
    return signs.filter(({ pattern }) => pattern.test(line)).map(({ sign }) => sign);
  };
}
