import { expect, test } from 'vitest';
import { ngrams, SLOTS } from '../../../src/triage/features/ngrams.ts';

const slotsOf = (text: string) => new Set(ngrams(text.split(' ')).slots);
const shared = (a: string, b: string) => [...slotsOf(a)].filter((slot) => slotsOf(b).has(slot)).length;

test('strengths together have length one', () => {
  const { values } = ngrams(['school', 'refused', 'to', 'assess']);
  expect(values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
});

test('nothing said gives only the edge', () => {
  expect(ngrams([]).slots.length).toBe(1);
});

test('every slot is one there is', () => {
  for (const slot of ngrams(['assessment', 'refused', 'again']).slots) {
    expect(slot).toBeGreaterThanOrEqual(0);
    expect(slot).toBeLessThan(SLOTS);
  }
});

test('a word with a letter wrong still shares pieces with the right one', () => {
  expect(shared('assesment', 'assessment')).toBeGreaterThan(3);
  expect(shared('transport', 'assessment')).toBeLessThan(3);
});

test('the order of words matters', () => {
  expect(slotsOf('not refused')).not.toEqual(slotsOf('refused not'));
});
