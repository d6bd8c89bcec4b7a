import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OUTPUTS } from '../../../src/triage/model/heads.ts';
import { chancesOf, ranked } from '../../../src/triage/model/predict.ts';

const even = {
  temperature: { kind: 1, party: 1, topic: 1, urgent: 1 },
  shift: new Float32Array(OUTPUTS),
};
const sum = (chances: Float32Array) => chances.reduce((total, chance) => total + chance, 0);

test('chances of every question sum to one whatever the scores', () => {
  const scores = fc.float32Array({ minLength: OUTPUTS, maxLength: OUTPUTS, min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(scores, (row) => {
      const { kind, party, topic } = chancesOf(row, even);
      for (const chances of [kind, party, topic]) expect(sum(chances)).toBeCloseTo(1, 4);
    }),
  );
});

test('an answer that life brings more often than the examples did is told more often', () => {
  const shift = new Float32Array(OUTPUTS);
  shift[1] = Math.log(2);
  const { kind } = chancesOf(new Float32Array(OUTPUTS), { ...even, shift });
  expect([...kind].map((chance) => Number(chance.toFixed(3)))).toEqual([0.25, 0.5, 0.25]);
});

test('equal chances keep the order of the vocabulary', () => {
  expect(ranked(Float32Array.of(0.2, 0.4, 0.2, 0.2))).toEqual([1, 0, 2, 3]);
});
