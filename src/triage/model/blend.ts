import { meaningOf } from '../features/meaning.ts';
import type { Reading } from '../features/read-message.ts';
import type { Tuned } from '../features/tuned.ts';
import type { Vectors } from '../features/vectors.ts';
import { type Linear, runLinear } from './linear.ts';
import { type Net, runNet } from './net.ts';

/** A net that looks at meanings and a line that looks at exact words: together better than either. */
export type Blend = {
  readonly linear: Linear;
  readonly net: Net;
  /** The vectors that the net learned along with its own numbers. */
  readonly tuned: Tuned;
  /** Share of the line in the sum, 0 to 1. */
  readonly linearShare: number;
};

export function runBlend(blend: Blend, vectors: Vectors, reading: Reading): Float32Array {
  const { linear, net, tuned, linearShare } = blend;
  const exact = runLinear(linear, reading.grams);
  const meant = runNet(net, meaningOf(vectors, reading.rows, tuned));
  return exact.map((score, o) => linearShare * score + (1 - linearShare) * (meant[o] as number));
}
