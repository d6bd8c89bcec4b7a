/** What came in, before anybody tries to understand it. */
import type { Activity } from 'botbuilder';

/** A parent's long story fits easily; more than this is read at both ends only. */
export const LONGEST_MESSAGE = 4000;

export type Input =
  | { readonly type: 'text'; readonly text: string; readonly shortened: boolean }
  | { readonly type: 'empty' }
  | { readonly type: 'symbols' }
  | { readonly type: 'attachment' };

// Tag characters, zero-width marks and direction overrides can hide text from a reader's eye: they go first.
const INVISIBLE = /[\p{Cf}\u{E0000}-\u{E007F}]|(?![\n\t])\p{Cc}/gu;

/** The text as a reader sees it: nothing hidden in it, in the usual form of each sign. */
export function cleaned(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').trim();
}

/** Normalises the text of a message and says what kind of input it is. */
export function readInput(activity: Partial<Activity>): Input {
  const text = cleaned(activity.text ?? '');
  if (text === '') return { type: (activity.attachments?.length ?? 0) > 0 ? 'attachment' : 'empty' };
  if (!/[\p{L}\p{N}]/u.test(text)) return { type: 'symbols' };
  if (text.length <= LONGEST_MESSAGE) return { type: 'text', text, shortened: false };
  const half = LONGEST_MESSAGE / 2;
  return { type: 'text', text: `${text.slice(0, half)}\n${text.slice(-half)}`, shortened: true };
}
