/**
 * The message made plain for reading dates: lower case, one kind of quote and dash, number words as
 * digits. Positions are those of the plain text from here on.
 */
import { EXACT_MONTH } from './names.ts';

const ONES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const TEENS = ['tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth'].concat([
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
]);
const CARDINALS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].concat([
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]);

const ordinals = new Map<string, number>([
  ...ONES.map((word, i) => [word, i + 1] as const),
  ...TEENS.map((word, i) => [word, i + 10] as const),
  ['fith', 5],
  ['eigth', 8],
  ['eighht', 8],
  ['nineth', 9],
  ['twelth', 12],
  ['twelveth', 12],
  ['forteenth', 14],
  ['twentieth', 20],
  ['twentyth', 20],
  ['thirtieth', 30],
]);
const cardinals = new Map(CARDINALS.map((word, i) => [word, i + 1] as const));
const tens = new Map([
  ['twenty', 20],
  ['thirty', 30],
]);

const some = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|');
const CARDINAL = some(cardinals.keys());
const YEAR = new RegExp(
  `\\b(?:twenty|two thousand(?: and)?) (twenty(?:[ -](?:${some(CARDINALS.slice(0, 9))}))?|thirty)\\b`,
  'g',
);
const COMPOUND = new RegExp(`\\b(twenty|thirty)[ -]?(${some(ordinals.keys())})\\b`, 'g');
const ORDINAL = new RegExp(`\\b(${some(ordinals.keys())})\\b`, 'g');
const COUNT = new RegExp(
  `\\b(${CARDINAL})(?= (?:of )?(?:days?|weeks?|wks?|months?|fortnights?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun))`,
  'g',
);
const AFTER_MONTH = new RegExp(`(?<=\\b(?:${EXACT_MONTH}) )(?:${CARDINAL})\\b`, 'g');

export function plainText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\\/g, '/')
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim();
  return /[a-z]{3}/.test(plain) ? digits(plain) : plain;
}

function digits(plain: string): string {
  return plain
    .replace(YEAR, (_, rest: string) => {
      const [ten = '', one = ''] = rest.split(/[ -]/);
      return String(2000 + (tens.get(ten) ?? 0) + (cardinals.get(one) ?? 0));
    })
    .replace(COMPOUND, (whole, ten: string, one: string) => {
      const day = (tens.get(ten) ?? 0) + (ordinals.get(one) ?? 0);
      return day <= 31 && (ordinals.get(one) ?? 0) < 10 ? `${day}${suffix(day)}` : whole;
    })
    .replace(ORDINAL, (word) => {
      const day = ordinals.get(word) ?? 0;
      return `${day}${suffix(day)}`;
    })
    .replace(COUNT, (word) => String(cardinals.get(word)))
    .replace(AFTER_MONTH, (word) => String(cardinals.get(word)));
}

function suffix(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
