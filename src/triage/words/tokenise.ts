import type { Spellings } from './spellings.ts';

const TOKEN = /[a-z]+(?:'[a-z]+)*|[0-9]+[a-z]*|[!?]/g;
const LONGEST_WORD = 24;

const ENDINGS: readonly (readonly [ending: string, words: readonly string[]])[] = [
  ["n't", ['not']],
  ["'ll", ['will']],
  ["'ve", ['have']],
  ["'re", ['are']],
  ["'d", ['would']],
  ["'s", []],
];

/**
 * Words, numbers and the marks ! and ? of a normalised message, in lower case, with shorthand and
 * contractions written out and possessive endings gone.
 */
export function tokenise(normalised: string, spellings: Spellings): string[] {
  const tokens: string[] = [];
  for (const typed of normalised.toLowerCase().match(TOKEN) ?? []) {
    const whole = shorten(typed.replaceAll("'", ''));
    const read = spellings.get(whole);
    if (read) tokens.push(...read);
    else if (typed.includes("'")) tokens.push(...apart(typed, spellings));
    else tokens.push(whole);
  }
  return tokens;
}

/** "nobody'll" is "nobody will". */
function apart(typed: string, spellings: Spellings): readonly string[] {
  const found = ENDINGS.find(([ending]) => typed.endsWith(ending));
  const [ending, words] = found ?? ['', []];
  const stem = shorten(typed.slice(0, typed.length - ending.length).replaceAll("'", ''));
  return [...(spellings.get(stem) ?? (stem === '' ? [] : [stem])), ...words];
}

/** "soooo" is "soo", and no word is longer than any real one. */
function shorten(word: string): string {
  return word.slice(0, LONGEST_WORD).replace(/(.)\1{2,}/g, '$1$1');
}
