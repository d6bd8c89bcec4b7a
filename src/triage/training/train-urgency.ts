import type { Reading } from '../features/read-message.ts';
import type { Vectors } from '../features/vectors.ts';
import { type Blend, runBlend } from '../model/blend.ts';
import type { BlendPlan } from './plan.ts';
import type { Sample, Span } from './sample.ts';
import { trainBlend } from './train-blend.ts';

/** One example: its parts, the whole message first. */
export type Case = { readonly parts: readonly Reading[]; readonly urgent: boolean };

const SPANS: readonly Span[] = [{ from: 0, size: 2 }];
const SMOOTHING = 0.02;
/** A real danger missed costs more than numbers given for nothing. */
const URGENT_COUNTS = 1.5;
/** The parts of one calm message count together as much as a message and a half. */
const PARTS_COUNT = 0.5;

/**
 * Every part of a calm message is calm, but only some part of an urgent one is urgent. So a first
 * blend learns from whole messages and calm parts; it then picks the most urgent part of each urgent
 * message, and the blend that is kept learns from those too.
 */
export function trainUrgency(cases: readonly Case[], vectors: Vectors, plan: BlendPlan): Blend {
  const balance = Math.min(
    4,
    Math.sqrt(cases.length / (2 * Math.max(1, cases.filter((c) => c.urgent).length))),
  );
  const whole = cases.flatMap(({ parts, urgent }) => {
    const counts = urgent ? URGENT_COUNTS * balance : 1 / balance;
    return parts.slice(0, 1).map((part) => sample(part, urgent, counts));
  });
  const calmParts = cases
    .filter((one) => !one.urgent)
    .flatMap(({ parts }) =>
      parts.slice(1).map((part) => sample(part, false, PARTS_COUNT / balance / Math.sqrt(parts.length))),
    );
  const first = trainBlend([...whole, ...calmParts], SPANS, vectors, {
    ...plan,
    seeds: plan.seeds.slice(0, 1),
  });
  const told = cases
    .filter((one) => one.urgent && one.parts.length > 1)
    .map(({ parts }) =>
      sample(mostUrgent(parts.slice(1), first, vectors), true, URGENT_COUNTS * balance * 0.5),
    );
  return trainBlend([...whole, ...calmParts, ...told], SPANS, vectors, plan);
}

function mostUrgent(parts: readonly Reading[], blend: Blend, vectors: Vectors): Reading {
  const scored = parts.map((part) => {
    const scores = runBlend(blend, vectors, part);
    return { part, score: (scores[1] as number) - (scores[0] as number) };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).part;
}

function sample(part: Reading, urgent: boolean, counts: number): Sample {
  const yes = urgent ? 1 - SMOOTHING : SMOOTHING;
  return { ...part, target: Float32Array.of(1 - yes, yes), counts: Float32Array.of(counts) };
}
