import type { Reading } from '../features/read-message.ts';
import type { Vectors } from '../features/vectors.ts';
import type { Blend } from '../model/blend.ts';
import { type Linear, runLinear } from '../model/linear.ts';
import type { BlendPlan } from './plan.ts';
import type { Sample, Span } from './sample.ts';
import { trainBlend } from './train-blend.ts';
import { trainLinear } from './train-linear.ts';

/** One example: its parts, the whole message first. */
export type Case = { readonly parts: readonly Reading[]; readonly urgent: boolean };

const SPANS: readonly Span[] = [{ from: 0, size: 2 }];
const SMOOTHING = 0.02;
/** A real danger missed costs more than numbers given for nothing. */
const URGENT_COUNTS = 1.5;
/** The part that a message is judged by counts half as much as the message. */
const PART_COUNTS = 0.5;

/**
 * A message is judged by its most urgent part, so the blend must learn from that part: of an urgent
 * message it is where the danger is told, of a calm one it is what could be mistaken for danger. A line
 * that has learned from whole messages picks the parts; the blend that is kept learns from both.
 */
export function trainUrgency(cases: readonly Case[], vectors: Vectors, plan: BlendPlan): Blend {
  const share = cases.filter(({ urgent }) => urgent).length / Math.max(1, cases.length);
  const weight = (urgent: boolean) =>
    urgent ? URGENT_COUNTS * Math.min(3, Math.sqrt((1 - share) / share)) : 1;
  const whole = cases.flatMap(({ parts, urgent }) =>
    parts.slice(0, 1).map((part) => sample(part, urgent, weight(urgent))),
  );
  const line = trainLinear(whole, SPANS, plan.linear);
  const picked = cases
    .filter(({ parts }) => parts.length > 1)
    .map(({ parts, urgent }) =>
      sample(mostUrgent(parts.slice(1), line), urgent, PART_COUNTS * weight(urgent)),
    );
  return trainBlend([...whole, ...picked], SPANS, vectors, plan);
}

function mostUrgent(parts: readonly Reading[], line: Linear): Reading {
  const scored = parts.map((part) => {
    const scores = runLinear(line, part.grams);
    return { part, score: (scores[1] as number) - (scores[0] as number) };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).part;
}

function sample(part: Reading, urgent: boolean, counts: number): Sample {
  const yes = urgent ? 1 - SMOOTHING : SMOOTHING;
  return { ...part, target: Float32Array.of(1 - yes, yes), counts: Float32Array.of(counts) };
}
