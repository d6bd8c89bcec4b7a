import type { Example } from './example.ts';
import { nearDuplicates, plainWords } from './likeness.ts';
import { seeded, shuffled } from './random.ts';

const ALIKE = 0.5;

/** For each example the fold it belongs to, 0 to `folds` - 1; near-duplicates stay together. */
export function foldsOf(examples: readonly Example[], folds: number): number[] {
  const leader = examples.map((_, at) => at);
  const find = (at: number): number => {
    const next = leader[at] ?? at;
    return next === at ? at : find(next);
  };
  for (const [a, b] of nearDuplicates(
    examples.map((example) => plainWords(example.text)),
    ALIKE,
  )) {
    leader[find(b)] = find(a);
  }
  const fold = new Array<number>(examples.length).fill(0);
  shuffled(examples.length, seeded(11)).forEach((at, turn) => {
    fold[at] = turn % folds;
  });
  return examples.map((_, at) => fold[find(at)] ?? 0);
}
