import type { FindSigns } from '../cues/danger-signs.ts';
import type { Spellings } from '../words/spellings.ts';
import { tokenise } from '../words/tokenise.ts';
import { type Ngrams, ngrams } from './ngrams.ts';
import { rowOf, type Vectors } from './vectors.ts';

/** A message, or a part of one, as the models read it. */
export type Reading = {
  readonly grams: Ngrams;
  /** Row of each word in the vectors, -1 for a word without one. */
  readonly rows: Int32Array;
  /** Signs of danger, when they were looked for. */
  readonly signs: readonly string[];
};

/** Words past this many are left out: nobody's message turns on the four hundredth word. */
const MOST_WORDS = 400;

/** What a message is read by. */
export type Reader = {
  readonly spellings: Spellings;
  readonly vectors: Vectors;
  readonly findSigns: FindSigns;
};

/** `asDanger` looks for signs of danger too. */
export function readMessage(normalised: string, reader: Reader, asDanger = false): Reading {
  const { spellings, vectors, findSigns } = reader;
  const words = keepEnds(tokenise(normalised, spellings));
  const tokens = words.map(withoutFigures);
  const signs = asDanger ? findSigns(words) : [];
  let rows: Int32Array | undefined;
  return {
    signs,
    grams: ngrams(tokens, signs),
    // Not every part of a message is asked for its meaning.
    get rows() {
      rows ??= rowsOf(vectors, tokens);
      return rows;
    },
  };
}

function rowsOf(vectors: Vectors, tokens: readonly string[]): Int32Array {
  const rows = new Int32Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) rows[at] = rowOf(vectors, tokens[at] as string);
  return rows;
}

function keepEnds(tokens: string[]): string[] {
  if (tokens.length <= MOST_WORDS) return tokens;
  return [...tokens.slice(0, MOST_WORDS / 2), ...tokens.slice(-MOST_WORDS / 2)];
}

/** A number is its length only: no model should learn from a particular date or age. */
function withoutFigures(token: string): string {
  const first = token.charCodeAt(0);
  return first >= 48 && first <= 57 ? `#${token.length}` : token;
}
