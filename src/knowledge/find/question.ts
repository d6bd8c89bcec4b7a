import type { Synonyms } from '../schema/search-settings.ts';
import type { Document } from './documents.ts';
import type { Reader } from './reader.ts';
import { createRepair } from './repair.ts';
import { wordsOf } from './words.ts';

/** No question needs more to be found, and no hostile text may cost more. */
const MOST_TERMS = 24;
const MOST_REPAIRS = 10;
const MOST_CHARACTERS = 4_000;

export interface Question {
  readonly terms: ReadonlySet<string>;
  /** How rare a term is among the pages. */
  weight(term: string): number;
  /** Weight of the whole question, with the words that no page knows. */
  readonly whole: number;
}

/** Reads a question as the rarest terms it has in common with the pages, misspelt words repaired. */
export function createQuestionReader(
  documents: readonly Document[],
  reader: Reader,
  synonyms: Synonyms,
): (text: string) => Question {
  // An abbreviation that no page spells out is still no mistake.
  const vocabulary = new Set(synonyms.flatMap(({ words }) => words.flatMap(wordsOf)));
  const pagesWith = new Map<string, number>();
  for (const { asks, title, topics, body } of documents) {
    const words = wordsOf(`${asks}\n${title}\n${topics}\n${body}`);
    for (const word of words) vocabulary.add(word);
    for (const term of new Set(reader.terms(words))) pagesWith.set(term, (pagesWith.get(term) ?? 0) + 1);
  }
  // A misspelt empty word is empty too.
  const repair = createRepair(new Set([...vocabulary, ...reader.stopWords]));
  const weight = (term: string) => Math.log(1 + documents.length / ((pagesWith.get(term) ?? 0) + 0.5));
  return (text) => {
    let repairs = 0;
    const words = wordsOf(text.slice(0, MOST_CHARACTERS)).map((word) => {
      if (vocabulary.has(word) || reader.stopWords.has(word)) return word;
      repairs += 1;
      return repairs > MOST_REPAIRS ? word : (repair(word) ?? word);
    });
    const all = [...new Set(reader.terms(words))];
    const known = all.filter((term) => pagesWith.has(term)).sort((a, b) => weight(b) - weight(a));
    const terms = known.slice(0, MOST_TERMS);
    // A short word that no page has is a slip of the thumb, not a subject.
    const strange = all
      .filter((term) => term.length > 2 && !pagesWith.has(term))
      .slice(0, MOST_TERMS - terms.length);
    const whole = [...terms, ...strange].reduce((sum, term) => sum + weight(term), 0);
    return { terms: new Set(terms), weight, whole };
  };
}
