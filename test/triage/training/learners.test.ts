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
const tuning = { fewest: 1, rate: 0 };
const netPlan = {
  hidden: 8,
  rounds: 60,
  batch: 3,
  rate: 0.01,
  decay: 0,
  dropWords: 0,
  dropout: 0,
  tuning,
  seed: 1,
};
const linearPlan = { runs: 2, rounds: 30, rate: 0.3, decay: 0, dropout: 0, fewest: 1, most: 1000 };
const leans = (scores: Float32Array) => (scores[1] ?? 0) - (scores[0] ?? 0);

test('the line learns the words it is shown', () => {
  const line = trainLinear(samples, SPANS, linearPlan);
  expect(leans(runLinear(line, read('a late bus').grams))).toBeGreaterThan(0);
  expect(leans(runLinear(line, read('a rude doctor').grams))).toBeLessThan(0);
});

test('the net answers for words it never saw but whose meaning is near', () => {
  const { net } = trainNet(samples, SPANS, vectors, netPlan);
  expect(leans(runNet(net, meaningOf(vectors, read('minibus').rows)))).toBeGreaterThan(0);
  expect(leans(runNet(net, meaningOf(vectors, read('surgeon').rows)))).toBeLessThan(0);
});

test('the same examples and seed give the same numbers, another seed others', () => {
  const plan = { ...netPlan, tuning: { fewest: 1, rate: 0.1 } };
  const first = trainNet(samples, SPANS, vectors, plan);
  expect(trainNet(samples, SPANS, vectors, plan)).toEqual(first);
  expect(trainNet(samples, SPANS, vectors, { ...plan, seed: 2 })).not.toEqual(first);
  expect(trainLinear(samples, SPANS, linearPlan)).toEqual(trainLinear(samples, SPANS, linearPlan));
});

test('two words of like meaning are moved apart when the examples want it', () => {
  const plan = { ...netPlan, rounds: 20, tuning: { fewest: 1, rate: 0.1 } };
  const { net, tuned } = trainNet([sample('van', true), sample('lorry', false)], SPANS, vectors, plan);
  expect(leans(runNet(net, meaningOf(vectors, read('van').rows, tuned)))).toBeGreaterThan(0);
  expect(leans(runNet(net, meaningOf(vectors, read('lorry').rows, tuned)))).toBeLessThan(0);
});

test('only the n-grams that tell most are kept', () => {
  const whole = trainLinear(samples, SPANS, linearPlan);
  const short = trainLinear(samples, SPANS, { ...linearPlan, most: 40 });
  expect(short.weights.length).toBe(80);
  expect(whole.weights.length).toBeGreaterThan(80);
  expect(leans(runLinear(short, read('a late bus').grams))).toBeGreaterThan(0);
});
