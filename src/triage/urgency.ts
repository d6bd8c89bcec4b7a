import { type Reader, type Reading, readMessage } from './features/read-message.ts';
import type { Vectors } from './features/vectors.ts';
import { type Blend, runBlend } from './model/blend.ts';
import { runLinear } from './model/linear.ts';
import { windows } from './words/windows.ts';

/** A message whole, and in the parts where danger could be told in passing. */
export function readParts(normalised: string, reader: Reader): Reading[] {
  return [normalised, ...windows(normalised)].map((part) => readMessage(part, reader, true));
}

/**
 * How far a message leans to danger, above 0 more likely than not: half by the whole, whose meaning
 * tells a figure of speech from a disclosure, half by its most alarming part, so that ordinary matters
 * around a disclosure cannot hide it.
 */
export function urgencyScore(blend: Blend, vectors: Vectors, parts: readonly Reading[]): number {
  const [whole] = parts;
  if (whole === undefined) return Number.NEGATIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { grams } of parts) most = Math.max(most, lean(runLinear(blend.linear, grams)));
  return (lean(runBlend(blend, vectors, whole)) + most) / 2;
}

function lean(scores: Float32Array): number {
  return (scores[1] as number) - (scores[0] as number);
}
