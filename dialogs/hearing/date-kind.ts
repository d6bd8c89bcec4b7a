import type { DateKind } from '../../src/pathways/schema.ts';
import { CERTIFICATE } from '../../src/triage/letter-date/cue-words.ts';

/** The word by which a family says which day they mean, the most telling first. */
const NAMED: readonly (readonly [RegExp, DateKind])[] = [
  [/\bcert(?:ificate)?\b/, 'certificate'],
  [/\b(?:reply|replied|response|responded)\b/, 'reply'],
  [/\bdraft\b/, 'draft'],
  [/\b(?:review|meeting)\b/, 'review'],
  [/\b(?:fine|penalty notice)\b/, 'notice'],
  [/\brequest(?:ed)?\b/, 'request'],
  [/\b(?:excluded|suspended|it happened)\b/, 'act'],
];

/** Whether a text speaks of a mediation certificate. */
export const namesCertificate = (text: string): boolean => CERTIFICATE.test(text.toLowerCase());

/** Whether a text speaks of the council's letter. */
export const namesLetter = (text: string): boolean => /\b(?:letter|decision|refusal|notice)\b/i.test(text);

/** Which day a plain text speaks of, or null when it does not say. */
export function dateKindNamed(said: string): DateKind | null {
  return NAMED.find(([word]) => word.test(said))?.[1] ?? null;
}
