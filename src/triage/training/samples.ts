import { KINDS, TOPICS } from '../../shared/vocabulary.ts';
import type { Reading } from '../features/read-message.ts';
import { HEADS, OUTPUTS, PARTIES } from '../model/heads.ts';
import type { Example, SourcedExample } from './example.ts';
import type { WeightOf } from './example-weights.ts';
import type { Sample, Span } from './sample.ts';

/** Kept back from the right answer and spread over all, so that no output is ever pushed to certainty. */
const SMOOTHING = 0.05;
const MAIN_TOPIC = 0.75;
const MAIN_PARTY = 0.85;

export const LABEL_SPANS: readonly Span[] = [HEADS.kind, HEADS.party, HEADS.topic];

/** What the outputs should be for an example, and how much it counts so that rare answers are learned too. */
export function labelSamples(
  examples: readonly SourcedExample[],
  readings: readonly Reading[],
  weightOf: WeightOf,
): Sample[] {
  const targets = examples.map(target);
  const total = new Float32Array(OUTPUTS);
  for (const row of targets)
    row.forEach((share, o) => {
      total[o] = (total[o] as number) + share;
    });
  return examples.map(({ source }, at) => {
    const wanted = targets[at] as Float32Array;
    const weight = weightOf(source ?? '');
    const counts = LABEL_SPANS.map((span) => weight * rarity(wanted, total, span, examples.length));
    const { grams, rows } = readings[at] as Reading;
    return { grams, rows, target: wanted, counts: Float32Array.from(counts) };
  });
}

function target(example: Example): Float32Array {
  const row = new Float32Array(OUTPUTS);
  const parties = example.counterparty.length > 0 ? example.counterparty : (['none'] as const);
  share(row, HEADS.kind, [KINDS.indexOf(example.kind)], 1);
  share(
    row,
    HEADS.party,
    parties.map((party) => PARTIES.indexOf(party)),
    MAIN_PARTY,
  );
  share(
    row,
    HEADS.topic,
    [example.topic, ...example.topics2].map((topic) => TOPICS.indexOf(topic)),
    MAIN_TOPIC,
  );
  return row;
}

/** The first answer gets `main`, the others what is left; less the smoothing. */
function share(row: Float32Array, span: Span, answers: number[], main: number): void {
  const others = answers.slice(1);
  for (let i = 0; i < span.size; i++) row[span.from + i] = SMOOTHING / span.size;
  answers.forEach((answer, place) => {
    const part = place === 0 ? (others.length > 0 ? main : 1) : (1 - main) / others.length;
    row[span.from + answer] = (row[span.from + answer] as number) + part * (1 - SMOOTHING);
  });
}

/** Square root of how much rarer than an even share the answer is, between a half and three. */
function rarity(wanted: Float32Array, total: Float32Array, span: Span, examples: number): number {
  let count = 0;
  for (let i = span.from; i < span.from + span.size; i++) {
    const even = examples / span.size;
    count += (wanted[i] as number) * Math.sqrt(even / Math.max(1, total[i] as number));
  }
  return Math.min(3, Math.max(0.5, count));
}
