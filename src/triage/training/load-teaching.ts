import { loadWeights, type WeightOf } from './example-weights.ts';
import { type ExpectedShares, loadExpectedShares } from './expected-shares.ts';

/** What training is told besides the examples. */
export type Teaching = { readonly weightOf: WeightOf; readonly expected: ExpectedShares };

export function loadTeaching(): Teaching {
  return { weightOf: loadWeights(), expected: loadExpectedShares() };
}
