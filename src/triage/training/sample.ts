import type { Ngrams } from '../features/ngrams.ts';

/** One example as the trainers see it. */
export type Sample = {
  readonly grams: Ngrams;
  /** Row of each word in the vectors, -1 for a word without one. */
  readonly rows: Int32Array;
  /** What the outputs should be: for each head, shares that sum to 1. */
  readonly target: Float32Array;
  /** How much the example counts, for each head. */
  readonly counts: Float32Array;
};

/** Where one head's answers stand among the outputs. */
export type Span = { readonly from: number; readonly size: number };
