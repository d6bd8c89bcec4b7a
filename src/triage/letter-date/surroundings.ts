import type { Mention } from './mention.ts';

/** The words around one mention, as far as they may belong to it. */
export interface Surroundings {
  /** From the start of its clause, or the mention before it. */
  readonly before: string;
  /** To the end of its clause; empty where the next mention stands there too. */
  readonly after: string;
  readonly clause: string;
  readonly sentence: string;
  /** Between the mention before it in the same sentence and itself; null when there is none. */
  readonly between: string | null;
  /** The clause before ends in "letter": "and then the letter, 4 Nov". */
  readonly afterLetter: boolean;
  /** The first clause of the text that holds more than a greeting. */
  readonly opens: boolean;
}

const SENTENCE_END = /[!?;\n]+|\.(?!\d)|\.{2,}/g;
const CLAUSE_END =
  /,|\(|\)| - | (?:but|and|tho|though|so|although|whereas|however|cos|because|&|then|while|when i|which)(?= )/g;
const LETTER_ENDS = /\b(?:letter|ltr|decision|refusal|notice)[ ,:(-]*$/;
/** Longest stretch looked at on either side. */
const REACH = 90;

export function surroundings(text: string, mentions: readonly Mention[]): Surroundings[] {
  const sentences = spans(text, SENTENCE_END, mentions);
  const clauses = spans(text, CLAUSE_END, mentions);
  let opened = false;
  return mentions.map((mention, i) => {
    const sentence = within(sentences, mention, text.length);
    const clause = clip(within(clauses, mention, text.length), sentence);
    const previous = mentions[i - 1];
    const next = mentions[i + 1];
    const from = Math.max(
      clause.start,
      previous !== undefined && previous.end > clause.start ? previous.end : 0,
    );
    const shared = next !== undefined && next.start < clause.end;
    const to = shared ? next.start : clause.end;
    const after = text.slice(mention.end, Math.min(to, mention.end + REACH));
    const opens =
      !opened &&
      /^[^a-z]*(?:(?:hi|hello|hey|thanks|ok|okay|sorry|yes|yeah)\b[^a-z]*)*$/.test(
        text.slice(0, clause.start).slice(0, 40),
      ) &&
      clause.start < 40;
    opened = true;
    return {
      before: text.slice(Math.max(from, mention.start - REACH), mention.start),
      after: shared && !/\b(?:is|was) (?:when|the (?:day|date))|\bwhen it\b/.test(after) ? '' : after,
      clause: text.slice(
        Math.max(clause.start, mention.start - REACH),
        Math.min(clause.end, mention.end + REACH),
      ),
      sentence: text.slice(
        Math.max(sentence.start, mention.start - 2 * REACH),
        Math.min(sentence.end, mention.end + 2 * REACH),
      ),
      between:
        previous !== undefined && previous.end >= sentence.start
          ? text.slice(previous.end, mention.start)
          : null,
      afterLetter: LETTER_ENDS.test(text.slice(Math.max(sentence.start, clause.start - 24), clause.start)),
      opens,
    };
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The stretches between breaks; a break inside a mention ("12.5.2026") is none. */
function spans(text: string, breaks: RegExp, mentions: readonly Mention[]): Span[] {
  const found: Span[] = [];
  let start = 0;
  let next = 0;
  for (const { index, 0: mark } of text.matchAll(breaks)) {
    while ((mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    const mention = mentions[next];
    if (mention !== undefined && mention.start < index + mark.length) continue;
    found.push({ start, end: index });
    start = index + mark.length;
  }
  found.push({ start, end: text.length });
  return found;
}

function within(list: readonly Span[], mention: Mention, end: number): Span {
  return list.find((span) => span.end >= mention.end) ?? { start: 0, end };
}

const clip = (inner: Span, outer: Span): Span => ({
  start: Math.max(inner.start, outer.start),
  end: Math.min(inner.end, outer.end),
});
