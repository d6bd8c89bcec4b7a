import { expect, test } from 'vitest';
import { GRAVE } from '../../../src/triage/cues/danger-signs.ts';
import { loadAssets } from '../../../src/triage/load-assets.ts';
import { tokenise } from '../../../src/triage/words/tokenise.ts';

const { findSigns, spellings } = loadAssets();
const signs = (text: string) => findSigns(tokenise(text.toLowerCase(), spellings));

test.each([
  ['she says she wants to die', 'dying'],
  ['he keeps cutting his arms', 'harming-oneself'],
  ['her uncle slapped her', 'hurt-by-somebody'],
  ["he hasn't come home", 'missing'],
  ['he held a knife to me', 'violence'],
  ["I'm scared I will hurt him", 'writer-in-danger'],
  ['this happened years ago', 'long-ago'],
  ['what is the policy', 'only-asking'],
  ['over my dead body', 'figure-of-speech'],
])('"%s" shows %s', (text, sign) => {
  expect(signs(text)).toContain(sign);
});

test('an ordinary question shows no sign of danger', () => {
  expect(signs('When is the review of her plan?')).toEqual([]);
});

test.each(['she took all her tablets', 'I want to kill myself', "he's better off without me"])(
  '"%s" is too grave to pass over',
  (text) => {
    expect(signs(text)).toContain(GRAVE);
  },
);
