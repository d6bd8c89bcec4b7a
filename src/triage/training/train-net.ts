import { meaningOf, meaningSize } from '../features/meaning.ts';
import type { Tuned } from '../features/tuned.ts';
import type { Vectors } from '../features/vectors.ts';
import { floor, layer, type Net } from '../model/net.ts';
import { Learned } from './adam.ts';
import { type Random, seeded, shuffled } from './random.ts';
import type { Sample, Span } from './sample.ts';
import { slopes } from './train-linear.ts';
import { Tuning, type TuningPlan } from './tuning.ts';

export type NetPlan = {
  hidden: number;
  rounds: number;
  batch: number;
  rate: number;
  decay: number;
  /** Share of words, and of numbers in each layer, left out by chance. */
  dropWords: number;
  dropout: number;
  tuning: TuningPlan;
  seed: number;
};

/** Turns over which the first steps grow to their full size. */
const WARM_UP = 50;

/**
 * A net from meanings to outputs, by Adam, and the vectors it moves while it learns; the same samples and
 * seed always give the same.
 */
export function trainNet(
  samples: readonly Sample[],
  spans: readonly Span[],
  vectors: Vectors,
  plan: NetPlan,
): { net: Net; tuned: Tuned } {
  const random = seeded(plan.seed);
  const inputs = meaningSize(vectors);
  const outputs = samples[0]?.target.length ?? 0;
  const mix = new Learned(chance(inputs * plan.hidden, 1.5 / Math.sqrt(inputs), random));
  const mixBias = new Learned(new Float32Array(plan.hidden));
  const answer = new Learned(chance(plan.hidden * outputs, 1 / Math.sqrt(plan.hidden), random));
  const answerBias = new Learned(new Float32Array(outputs));
  const tuning = new Tuning(samples, vectors, plan.tuning);
  const parts = [mix, mixBias, answer, answerBias];
  const turns = plan.rounds * Math.ceil(samples.length / plan.batch);
  const slope = new Float32Array(outputs);
  let turn = 0;
  for (let round = 0; round < plan.rounds; round++) {
    const order = shuffled(samples.length, random);
    for (let from = 0; from < order.length; from += plan.batch) {
      const batch = order.subarray(from, from + plan.batch);
      turn++;
      const pace = Math.min(1, turn / WARM_UP) * (1 - (0.95 * turn) / turns);
      for (const at of batch) learn(samples[at] as Sample, 1 / batch.length, pace);
      for (const part of parts) part.step(plan.rate * pace, plan.decay, turn);
    }
  }
  const net = {
    inputs,
    hidden: plan.hidden,
    outputs,
    mix: mix.values,
    mixBias: mixBias.values,
    answer: answer.values,
    answerBias: answerBias.values,
  };
  return { net, tuned: tuning.tuned };

  function learn(sample: Sample, share: number, pace: number): void {
    const rows = sample.rows.map((row) => (random() < plan.dropWords ? -1 : row));
    const input = drop(meaningOf(vectors, rows, tuning.tuned), plan.dropout, random);
    const hidden = drop(floor(layer(input, mix.values, mixBias.values)), plan.dropout, random);
    slopes(layer(hidden, answer.values, answerBias.values), sample, spans, slope);
    for (let o = 0; o < outputs; o++) slope[o] = (slope[o] as number) * share;
    const toHidden = back(hidden, answer, answerBias, slope);
    for (let h = 0; h < hidden.length; h++) {
      toHidden[h] = (hidden[h] as number) > 0 ? (toHidden[h] as number) / (1 - plan.dropout) : 0;
    }
    const toMeaning = back(input, mix, mixBias, toHidden);
    if (plan.tuning.rate === 0) return;
    const toWords = toMeaning.map((slope, i) => (input[i] === 0 ? 0 : slope / (1 - plan.dropout) / share));
    tuning.move(rows, toWords, plan.tuning.rate * pace);
  }
}

/** Adds one example's slopes for a layer; returns the slope at its input. */
function back(input: Float32Array, weights: Learned, bias: Learned, slope: Float32Array): Float32Array {
  const size = slope.length;
  const toInput = new Float32Array(input.length);
  for (let o = 0; o < size; o++) bias.slope[o] = (bias.slope[o] as number) + (slope[o] as number);
  for (let i = 0; i < input.length; i++) {
    const value = input[i] as number;
    if (value === 0) continue;
    let sum = 0;
    const from = i * size;
    for (let o = 0; o < size; o++) {
      const g = slope[o] as number;
      weights.slope[from + o] = (weights.slope[from + o] as number) + g * value;
      sum += g * (weights.values[from + o] as number);
    }
    toInput[i] = sum;
  }
  return toInput;
}

function drop(values: Float32Array, share: number, random: Random): Float32Array {
  for (let i = 0; i < values.length; i++)
    values[i] = random() < share ? 0 : (values[i] as number) / (1 - share);
  return values;
}

function chance(size: number, spread: number, random: Random): Float32Array {
  return Float32Array.from({ length: size }, () => (random() * 2 - 1) * spread);
}
