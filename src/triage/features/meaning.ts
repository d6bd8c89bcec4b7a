import type { Vectors } from './vectors.ts';

/** How many numbers `meaningOf` gives. */
export const meaningSize = (vectors: Vectors): number => vectors.dims * 2;

/**
 * What a message is about, whatever its exact words: the mean of its words' vectors, weighed by how
 * much each word tells, then the strongest of each number. `rows` -1 is a word without a vector.
 */
export function meaningOf(vectors: Vectors, rows: Int32Array): Float32Array {
  const { dims, values, weights } = vectors;
  const out = new Float32Array(dims * 2);
  let total = 1e-6;
  for (const row of rows) {
    if (row < 0) continue;
    const weight = weights[row] as number;
    total += weight;
    const from = row * dims;
    for (let d = 0; d < dims; d++) {
      const value = weight * (values[from + d] as number);
      out[d] = (out[d] as number) + value;
      if (value > (out[dims + d] as number)) out[dims + d] = value;
    }
  }
  for (let d = 0; d < dims; d++) out[d] = (out[d] as number) / total;
  return out;
}
