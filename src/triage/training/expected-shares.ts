import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { KINDS, TOPICS } from '../../shared/vocabulary.ts';
import { SHARES_FILE } from '../load-assets.ts';
import { HEADS, type Head, OUTPUTS, PARTIES } from '../model/heads.ts';
import type { Sample, Span } from './sample.ts';

const head = <const T extends readonly string[]>(answers: T) =>
  z.strictObject({
    trust: z.number().min(0).max(1),
    shares: z.record(z.enum(answers), z.number().positive()),
  });
const ANSWERS: Record<Head, readonly string[]> = { kind: KINDS, party: PARTIES, topic: TOPICS };

/** `knowledge/triage/expected-shares.yaml`; the file says why. */
const ExpectedShares = z.strictObject({ kind: head(KINDS), party: head(PARTIES), topic: head(TOPICS) });
export type ExpectedShares = z.infer<typeof ExpectedShares>;

export function loadExpectedShares(): ExpectedShares {
  return ExpectedShares.parse(parse(readFileSync(SHARES_FILE, 'utf8')));
}

/** What to add to each output's score so that its answer is told as often as life brings it. */
export function shiftTo(
  expected: ExpectedShares,
  samples: readonly Sample[],
  spans: readonly Span[],
): Float32Array {
  const learned = new Float64Array(OUTPUTS);
  for (const { target, counts } of samples) {
    spans.forEach(({ from, size }, place) => {
      for (let o = from; o < from + size; o++) {
        learned[o] = (learned[o] as number) + (target[o] as number) * (counts[place] as number);
      }
    });
  }
  const shift = new Float32Array(OUTPUTS);
  for (const name of ['kind', 'party', 'topic'] as const) {
    const { from, size } = HEADS[name];
    const { trust, shares }: { trust: number; shares: Record<string, number> } = expected[name];
    const wanted = ANSWERS[name].map((answer) => shares[answer] ?? 0);
    const all = wanted.reduce((sum, share) => sum + share, 0);
    const given = learned.subarray(from, from + size).reduce((sum, share) => sum + share, 0);
    wanted.forEach((share, i) => {
      shift[from + i] = trust * Math.log(share / all / ((learned[from + i] as number) / given));
    });
  }
  return shift;
}
