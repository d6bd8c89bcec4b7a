import { type Hearing, isOnly, leftOver } from './phrases.ts';
import { holds, plain, wordCount } from './plain.ts';
import { aroundWithTimes, withoutFigures } from './times.ts';

/** In the order in which it counts: "thanks, hang on" is a hang on. */
const KINDS = ['waiting', 'repeat', 'notClear', 'thanks', 'willDo', 'acknowledged'] as const;

/** What only keeps a conversation going. */
export type SmallTalk = (typeof KINDS)[number] | 'greeting';

/** What is done at some time. "I will" is not among them: "I will tonight" may be said of anything. */
const AT_A_TIME = ['waiting', 'willDo'] as const;

/** "Thank you so much for all your help, that's brilliant, I'll ring them tomorrow" has thirteen. */
const MOST_WORDS = 16;

/**
 * "Hang on", "brilliant, thanks so much", "no that's fine", "I'll ring them tomorrow", or null. It may be said in
 * several such phrases, but everything that is said is one of them.
 */
export function hearSmallTalk(text: string, hearing: Hearing): SmallTalk | null {
  const said = plain(text);
  // With anything beside it, "sorry" may be a farewell.
  if (hearing.sorry.whole.includes(said)) return 'acknowledged';
  // "In the morning" is none, for all that "morning" is.
  if (hearing.greeting.whole.includes(said)) return 'greeting';
  if (wordCount(said) > MOST_WORDS) return null;
  const timeless = withoutFigures(said);
  const one =
    KINDS.find((kind) => isOnly(said, hearing[kind], hearing.fillers)) ??
    AT_A_TIME.find((kind) => isOnly(timeless, hearing[kind], aroundWithTimes(hearing)));
  if (one !== undefined) return one;
  const parts = KINDS.flatMap((kind) => hearing[kind].whole);
  const known = [...parts, ...hearing.greeting.whole, ...hearing.yes.whole, ...hearing.no.whole];
  const dated = AT_A_TIME.some((kind) => hearing[kind].whole.some((part) => holds(said, part)));
  const left = dated
    ? leftOver(timeless, known, aroundWithTimes(hearing))
    : leftOver(said, known, hearing.fillers);
  if (left > 0) return null;
  return KINDS.find((kind) => hearing[kind].whole.some((part) => holds(said, part))) ?? null;
}
