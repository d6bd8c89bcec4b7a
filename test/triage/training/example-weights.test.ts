import { expect, test } from 'vitest';
import { loadWeights } from '../../../src/triage/training/example-weights.ts';

const weightOf = loadWeights();

test('a file that is not named counts one', () => {
  expect(weightOf('transport')).toBe(1);
});

test('plain messages count more than messages written to teach danger', () => {
  expect(weightOf('plain-kinds')).toBeGreaterThan(weightOf('urgent'));
});

test('a name with a star is only for files that start so', () => {
  expect(weightOf('plain-anything')).toBe(weightOf('plain-kinds'));
  expect(weightOf('not-plain')).toBe(1);
});
