import { meaningOf } from '../features/meaning.ts';
import type { Reading } from '../features/read-message.ts';
import type { Vectors } from '../features/vectors.ts';
import { type Linear, runLinear } from './linear.ts';
import { type Net, runNet } from './net.ts';

/** Nets that look at meanings and a line that looks at exact words: together better than either. */
export type Blend = {
  readonly linear: Linear;
  readonly nets: readonly Net[];
  /** Share of the line in the sum, 0 to 1. */
  readonly linearShare: number;
};

export function runBlend(blend: Blend, vectors: Vectors, reading: Reading): Float32Array {
  const { linear, nets, linearShare } = blend;
  const scores = runLinear(linear, reading.grams);
  for (let o = 0; o < scores.length; o++) scores[o] = (scores[o] as number) * linearShare;
  const share = (1 - linearShare) / nets.length;
  const meaning = meaningOf(vectors, reading.rows);
  for (const net of nets) {
    const own = runNet(net, meaning);
    for (let o = 0; o < scores.length; o++) scores[o] = (scores[o] as number) + share * (own[o] as number);
  }
  return scores;
}
