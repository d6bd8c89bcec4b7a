import type { Synonyms } from '../schema/search-settings.ts';
import { stem, wordsOf } from './words.ts';

/** Reads text as search terms: endings off, phrases of one meaning as one term, empty words left out. */
export interface Reader {
  /** Terms in order, with repeats. */
  terms(words: readonly string[]): string[];
  /** Whether any word or phrase of a SEND group is there. */
  speaksOfSend(words: readonly string[]): boolean;
  readonly stopWords: ReadonlySet<string>;
}

interface Phrase {
  readonly words: readonly string[];
  readonly term: string;
  readonly send: boolean;
}

/** Linear in the text: at each word only the phrases that begin with it are tried, the longest first. */
export function createReader(synonyms: Synonyms, stopWords: string): Reader {
  const stops = new Set(wordsOf(stopWords));
  const phrases = new Map<string, Phrase[]>();
  for (const group of synonyms) {
    const term = wordsOf(group.words[0] ?? '')
      .map(stem)
      .join('_');
    for (const each of group.words) {
      const words = wordsOf(each).map(stem);
      const [first = ''] = words;
      phrases.set(first, [...(phrases.get(first) ?? []), { words, term, send: group.send }]);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  const read = (words: readonly string[]): { term: string; send: boolean }[] => {
    const stems = words.map(stem);
    const found: { term: string; send: boolean }[] = [];
    for (let at = 0; at < stems.length; ) {
      const phrase = phrases
        .get(stems[at] ?? '')
        ?.find((each) => each.words.every((word, offset) => stems[at + offset] === word));
      if (phrase !== undefined) found.push(phrase);
      else if (!stops.has(words[at] ?? '')) found.push({ term: stems[at] ?? '', send: false });
      at += phrase?.words.length ?? 1;
    }
    return found;
  };
  return {
    terms: (words) => read(words).map(({ term }) => term),
    speaksOfSend: (words) => read(words).some(({ send }) => send),
    stopWords: stops,
  };
}
