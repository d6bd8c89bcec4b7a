import { HEADS, type Head } from './heads.ts';
import { softmax } from './softmax.ts';
import type { TriageModel } from './triage-model.ts';

/** Chances of each answer, in the order of the vocabulary; each list sums to 1. */
export type Chances = {
  readonly kind: Float32Array;
  readonly party: Float32Array;
  readonly topic: Float32Array;
};

/** Chances from the label scores, each made to come true as often as it says. */
export function chancesOf(scores: Float32Array, model: Pick<TriageModel, 'temperature' | 'shift'>): Chances {
  const { temperature, shift } = model;
  const head = (name: Head): Float32Array => {
    const { from, size } = HEADS[name];
    const own = scores.subarray(from, from + size);
    return softmax(own.map((score, i) => score / temperature[name] + (shift[from + i] as number)));
  };
  return { kind: head('kind'), party: head('party'), topic: head('topic') };
}

/** Places of the answers, likeliest first. */
export function ranked(chances: Float32Array): number[] {
  const places = Array.from(chances.keys());
  return places.sort((a, b) => (chances[b] as number) - (chances[a] as number) || a - b);
}
