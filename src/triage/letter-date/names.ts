/** Months and weekdays as families spell them. */
import { editDistance } from './edit-distance.ts';

const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb', 'febr', 'febuary', 'feburary'],
  ['march', 'mar', 'mrch'],
  ['april', 'apr', 'aprl'],
  ['may', 'mai'],
  ['june', 'jun', 'juni', 'juin', 'joon', 'jne'],
  ['july', 'jul', 'juli', 'jly'],
  ['august', 'aug', 'augst'],
  ['september', 'sept', 'sep', 'setp'],
  ['october', 'oct', 'okt', 'octber'],
  ['november', 'nov', 'novem'],
  ['december', 'dec', 'dez', 'decem'],
] as const;

const WEEKDAYS = [
  ['monday', 'mon'],
  ['tuesday', 'tues', 'tue'],
  ['wednesday', 'weds', 'wed'],
  ['thursday', 'thurs', 'thur', 'thu'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
] as const;

/** Words of their own that are one slip away from a name. */
const REAL_WORDS = new Set(
  [
    'marsh',
    'match',
    'marks',
    'mark',
    'marc',
    'marcy',
    'marcia',
    'jane',
    'judy',
    'jury',
    'jules',
    'julia',
    'julie',
    'junk',
  ].concat([
    'sundry',
    'monkey',
    'friary',
    'members',
    'member',
    'marched',
    'juniper',
    'augusta',
    'mary',
    'maria',
    'marie',
  ]),
);

const months = index(MONTHS);
const weekdays = index(WEEKDAYS);

/** 1 to 12; misspelt too; null when the word is no month. */
export const monthOf = (word: string): number | null => months(word);

/** 1 (Monday) to 7; misspelt too; null when the word is no weekday. */
export const weekdayOf = (word: string): number | null => weekdays(word);

/** Every way to write a name that is looked up as it stands, longest first, for use in a pattern. */
export const EXACT_MONTH = alternatives(MONTHS.flat());
export const EXACT_WEEKDAY = alternatives(WEEKDAYS.flat());

function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

function index(names: readonly (readonly [string, ...string[]])[]): (word: string) => number | null {
  const known = new Map(names.flatMap((forms, i) => forms.map((form) => [form, i + 1] as const)));
  return (word) => known.get(word) ?? nearest(word, names);
}

/** Only full names are guessed at, from their own first letter: short forms are too near to other words. */
function nearest(word: string, names: readonly (readonly [string, ...string[]])[]): number | null {
  if (word.length < 4 || word.length > 12 || REAL_WORDS.has(word)) return null;
  let best: { i: number; distance: number } | null = null;
  for (const [i, [name]] of names.entries()) {
    const limit = name.length >= 7 && word.length >= 6 ? 2 : 1;
    if (name[0] !== word[0] || name.length < 4) continue;
    const distance = editDistance(word, name, limit);
    if (distance <= limit && (best === null || distance < best.distance)) best = { i: i + 1, distance };
  }
  return best?.i ?? null;
}
