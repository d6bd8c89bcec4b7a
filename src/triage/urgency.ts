import { TOPICS } from '../shared/vocabulary.ts';
import { type Reader, type Reading, readMessage } from './features/read-message.ts';
import type { Vectors } from './features/vectors.ts';
import { type Blend, runBlend } from './model/blend.ts';
import { HEADS } from './model/heads.ts';
import { runLinear } from './model/linear.ts';
import { softmax } from './model/softmax.ts';
import { windows } from './words/windows.ts';

/** A message whole, and in the parts where danger could be told in passing. */
export function readParts(normalised: string, reader: Reader): Reading[] {
  return [normalised, ...windows(normalised)].map((part) => readMessage(part, reader, true));
}

/** How much it counts for danger that a message's own matter is safeguarding. */
const MATTER = 0.4;

/**
 * How far a message leans to danger, above 0 more likely than not: half by the whole, whose meaning
 * tells a figure of speech from a disclosure, half by its most alarming part, so that ordinary matters
 * around a disclosure cannot hide it; and some by how likely its topic is safeguarding, from `labels`, the
 * scores of the labels of the whole.
 */
export function urgencyScore(
  blend: Blend,
  vectors: Vectors,
  parts: readonly Reading[],
  labels: Float32Array,
): number {
  const [whole] = parts;
  if (whole === undefined) return Number.NEGATIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { grams } of parts) most = Math.max(most, lean(runLinear(blend.linear, grams)));
  return (lean(runBlend(blend, vectors, whole)) + most) / 2 + MATTER * safeguarding(labels);
}

/** How far the topic leans to safeguarding: above 0 more likely than all others together. */
function safeguarding(labels: Float32Array): number {
  const { from, size } = HEADS.topic;
  const chance = softmax(labels.subarray(from, from + size))[TOPICS.indexOf('safeguarding')] ?? 0;
  const sure = Math.min(1 - 1e-6, Math.max(1e-6, chance));
  return Math.log(sure / (1 - sure));
}

function lean(scores: Float32Array): number {
  return (scores[1] as number) - (scores[0] as number);
}
