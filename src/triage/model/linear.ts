import type { Ngrams } from '../features/ngrams.ts';

/** A straight line from n-grams to outputs. */
export type Linear = {
  readonly outputs: number;
  /** Row of each slot plus one, 0 for a slot that no example had. */
  readonly index: Uint32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
};

export function runLinear(model: Linear, grams: Ngrams): Float32Array {
  const { outputs, index, weights } = model;
  const scores = model.bias.slice();
  for (let k = 0; k < grams.slots.length; k++) {
    const row = index[grams.slots[k] as number] as number;
    if (row === 0) continue;
    const value = grams.values[k] as number;
    const from = (row - 1) * outputs;
    for (let o = 0; o < outputs; o++)
      scores[o] = (scores[o] as number) + value * (weights[from + o] as number);
  }
  return scores;
}
