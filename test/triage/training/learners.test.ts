import { expect, test } from 'vitest';
import { meaningOf } from '../../../src/triage/features/meaning.ts';
import { ngrams } from '../../../src/triage/features/ngrams.ts';
import { loadVectors } from '../../../src/triage/load-assets.ts';
import { runLinear } from '../../../src/triage/model/linear.ts';
import { runNet } from '../../../src/triage/model/net.ts';
import { trainLinear } from '../../../src/triage/training/train-linear.ts';
import { trainNet } from '../../../src/triage/training/train-net.ts';

const vectors = loadVectors();
const SPANS = [{ from: 0, size: 2 }];
const read = (text: string) => {
  const words = text.split(' ');
  return { grams: ngrams(words), rows: Int32Array.from(words, (word) => vectors.row.get(word) ?? -1) };
};
const sample = (text: string, yes: boolean) => ({
  ...read(text),
  target: yes ? Float32Array.of(0, 1) : Float32Array.of(1, 0),
  counts: Float32Array.of(1),
});
const samples = [
  sample('the bus was late', true),
  sample('the taxi was late again', true),
  sample('no driver came', true),
  sample('the doctor was rude', false),
  sample('the nurse was kind', false),
  sample('no hospital bed', false),
];
const netPlan = { hidden: 8, rounds: 60, batch: 3, rate: 0.01, decay: 0, dropWords: 0, dropout: 0 };
const linearPlan = { rounds: 30, rate: 0.3, decay: 0, dropout: 0, fewest: 1 };
const leans = (scores: Float32Array) => (scores[1] ?? 0) - (scores[0] ?? 0);

test('the line learns the words it is shown', () => {
  const line = trainLinear(samples, SPANS, linearPlan);
  expect(leans(runLinear(line, read('a late bus').grams))).toBeGreaterThan(0);
  expect(leans(runLinear(line, read('a rude doctor').grams))).toBeLessThan(0);
});

test('the net answers for words it never saw but whose meaning is near', () => {
  const net = trainNet(samples, SPANS, vectors, netPlan, 1);
  expect(leans(runNet(net, meaningOf(vectors, read('minibus').rows)))).toBeGreaterThan(0);
  expect(leans(runNet(net, meaningOf(vectors, read('physician').rows)))).toBeLessThan(0);
});

test('the same examples and seed give the same numbers, another seed others', () => {
  const first = trainNet(samples, SPANS, vectors, netPlan, 1);
  expect(trainNet(samples, SPANS, vectors, netPlan, 1)).toEqual(first);
  expect(trainNet(samples, SPANS, vectors, netPlan, 2)).not.toEqual(first);
  expect(trainLinear(samples, SPANS, linearPlan)).toEqual(trainLinear(samples, SPANS, linearPlan));
});
