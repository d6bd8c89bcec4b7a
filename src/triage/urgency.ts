import { type Reading, readMessage } from './features/read-message.ts';
import type { Vectors } from './features/vectors.ts';
import { type Blend, runBlend } from './model/blend.ts';
import type { Spellings } from './words/spellings.ts';
import { windows } from './words/windows.ts';

/** A message whole, and in the parts where danger could be told in passing. */
export function readParts(
  normalised: string,
  whole: Reading,
  spellings: Spellings,
  vectors: Vectors,
): Reading[] {
  return [whole, ...windows(normalised).map((part) => readMessage(part, spellings, vectors))];
}

/** How far the most alarming part of a message leans to danger: above 0 more likely than not. */
export function urgencyScore(blend: Blend, vectors: Vectors, parts: readonly Reading[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const part of parts) {
    const scores = runBlend(blend, vectors, part);
    most = Math.max(most, (scores[1] as number) - (scores[0] as number));
  }
  return most;
}
