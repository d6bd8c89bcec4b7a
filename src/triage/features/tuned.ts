/** Word vectors that training has moved to where our own examples want them. */
export type Tuned = {
  /** For each row of the vectors, its row in `values` plus one; 0 for a word left as it was published. */
  readonly index: Uint32Array;
  readonly values: Float32Array;
};

/** No word moved. */
export const UNTUNED: Tuned = { index: new Uint32Array(0), values: new Float32Array(0) };
