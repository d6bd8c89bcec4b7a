import { expect, test } from 'vitest';
import { loadSpellings } from '../../../src/triage/load-assets.ts';
import { tokenise } from '../../../src/triage/words/tokenise.ts';

const spellings = loadSpellings();
const read = (text: string) => tokenise(text, spellings).join(' ');

test.each([
  ["they won't", 'they will not'],
  ['they wont', 'they will not'],
  ['DS has no TA', 'son has no teaching assistant'],
  ['kms tmrw', 'kill myself tomorrow'],
  ['soooooo tired', 'soo tired'],
  ['no EHCNA?!', 'no ehc needs assessment ? !'],
  ["nobody'll say and the school's shut", 'nobody will say and the school shut'],
  ["he's gone", 'he is gone'],
  ['12/03/26', '12 03 26'],
])('%s is read as %s', (typed, words) => {
  expect(read(typed)).toBe(words);
});

test('a word of no end is cut', () => {
  expect(tokenise('ab'.repeat(500), spellings)[0]?.length).toBeLessThan(30);
});
