import type { BannedWords } from '../schema/banned-words.ts';

/** A banned word in a text. `line` counts from 1 within the text. */
export interface Banned {
  readonly line: number;
  readonly word: string;
  readonly level: 'error' | 'warning';
  readonly why: string;
  readonly instead: string;
}

/** Looks at each line by itself, so that a correction beside the word excuses it. */
export function bannedIn(text: string, banned: BannedWords): Banned[] {
  return text.split('\n').flatMap((line, index) =>
    banned.flatMap(({ words, unlessWith, onlyWith, level, why, instead }) => {
      const word = words.find((each) => has(line, each));
      if (word === undefined || unlessWith.some((each) => has(line, each))) return [];
      if (onlyWith.length > 0 && !onlyWith.some((each) => has(line, each))) return [];
      return [{ line: index + 1, word, level, why, instead }];
    }),
  );
}

function has(line: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const start = /^\w/.test(word) ? '(?<![\\w])' : '';
  const end = /\w$/.test(word) ? '(?![\\w])' : '';
  return new RegExp(`${start}${escaped}${end}`, word === word.toUpperCase() ? '' : 'i').test(line);
}
