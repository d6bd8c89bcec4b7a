import { SLOTS } from '../features/ngrams.ts';
import { type Linear, runLinear } from '../model/linear.ts';
import { softmax } from '../model/softmax.ts';
import { seeded, shuffled } from './random.ts';
import type { Sample, Span } from './sample.ts';

export type LinearPlan = {
  /** How many lines are trained, each in an order of its own; what is kept is their mean. */
  runs: number;
  rounds: number;
  rate: number;
  decay: number;
  dropout: number;
  /** An n-gram that fewer examples have is left out. */
  fewest: number;
  /** How many n-grams are kept in the end, those that tell most. */
  most: number;
};

const FIRST_SEED = 7;

/**
 * Logistic regression by AdaGrad, n-grams dropped by chance so that no single one is leaned on. The mean of
 * several runs answers as all of them together would, and depends less on the order of the examples.
 */
export function trainLinear(samples: readonly Sample[], spans: readonly Span[], plan: LinearPlan): Linear {
  const index = indexOf(samples, plan.fewest);
  const runs = Array.from({ length: plan.runs }, (_, run) =>
    trainOnce(samples, spans, plan, index, FIRST_SEED + run),
  );
  const weights = mean(runs.map((run) => run.weights));
  const bias = mean(runs.map((run) => run.bias));
  return prune({ outputs: bias.length, index, weights, bias }, plan.most);
}

function mean(rows: readonly Float32Array[]): Float32Array {
  const sums = new Float32Array(rows[0]?.length ?? 0);
  for (const row of rows)
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (row[i] as number);
  return sums.map((sum) => sum / rows.length);
}

function trainOnce(
  samples: readonly Sample[],
  spans: readonly Span[],
  plan: LinearPlan,
  index: Uint32Array,
  seed: number,
): Linear {
  const outputs = samples[0]?.target.length ?? 0;
  const rows = index.reduce((most, row) => Math.max(most, row), 0);
  const weights = new Float32Array(rows * outputs);
  const bias = new Float32Array(outputs);
  const seen = new Float32Array(rows * outputs).fill(1e-2);
  const seenBias = new Float32Array(outputs).fill(1);
  const model = { outputs, index, weights, bias };
  const random = seeded(seed);
  const slope = new Float32Array(outputs);
  for (let round = 0; round < plan.rounds; round++) {
    const rate = plan.rate * (1 - (0.9 * round) / plan.rounds);
    for (const at of shuffled(samples.length, random)) {
      const sample = samples[at] as Sample;
      const kept = thin(sample, plan.dropout, random);
      slopes(runLinear(model, kept), sample, spans, slope);
      for (let o = 0; o < outputs; o++) {
        const g = slope[o] as number;
        seenBias[o] = (seenBias[o] as number) + g * g;
        bias[o] = (bias[o] as number) - (rate * g) / Math.sqrt(seenBias[o] as number);
      }
      for (let k = 0; k < kept.slots.length; k++) {
        const row = index[kept.slots[k] as number] as number;
        const value = kept.values[k] as number;
        if (row === 0 || value === 0) continue;
        const from = (row - 1) * outputs;
        for (let o = 0; o < outputs; o++) {
          const w = from + o;
          const g = (slope[o] as number) * value + plan.decay * (weights[w] as number);
          seen[w] = (seen[w] as number) + g * g;
          weights[w] = (weights[w] as number) - (rate * g) / Math.sqrt(seen[w] as number);
        }
      }
    }
  }
  return model;
}

/** How each output should move: chance given less share wanted, times what the example counts. */
export function slopes(
  scores: Float32Array,
  sample: Sample,
  spans: readonly Span[],
  into: Float32Array,
): void {
  spans.forEach((span, head) => {
    const chances = softmax(scores, span.from, span.size);
    const counts = sample.counts[head] as number;
    for (let i = 0; i < span.size; i++) {
      into[span.from + i] = counts * ((chances[i] as number) - (sample.target[span.from + i] as number));
    }
  });
}

function thin(sample: Sample, dropout: number, random: () => number): Sample['grams'] {
  const { slots, values } = sample.grams;
  const keep = 1 - dropout;
  return { slots, values: values.map((value) => (random() < keep ? value / keep : 0)) };
}

function indexOf(samples: readonly Sample[], fewest: number): Uint32Array {
  const count = new Uint32Array(SLOTS);
  for (const { grams } of samples) for (const slot of grams.slots) count[slot] = (count[slot] as number) + 1;
  let rows = 0;
  return count.map((times) => (times >= fewest ? ++rows : 0));
}

/** The line with only those n-grams whose weights are largest together. */
function prune({ outputs, index, weights, bias }: Linear, most: number): Linear {
  const strength = (row: number) => {
    const own = weights.subarray(row * outputs, (row + 1) * outputs);
    return own.reduce((sum, weight) => sum + weight * weight, 0);
  };
  const strengths = Float64Array.from({ length: weights.length / outputs }, (_, row) => strength(row));
  if (strengths.length <= most) return { outputs, index, weights, bias };
  const line = Float64Array.from(strengths).sort()[strengths.length - most] as number;
  let rows = 0;
  const kept: number[] = [];
  const places = index.map((place) => {
    if (place === 0 || rows === most || (strengths[place - 1] as number) < line) return 0;
    kept.push(place - 1);
    return ++rows;
  });
  const left = new Float32Array(rows * outputs);
  kept.forEach((row, at) => {
    left.set(weights.subarray(row * outputs, (row + 1) * outputs), at * outputs);
  });
  return { outputs, index: places, weights: left, bias };
}
