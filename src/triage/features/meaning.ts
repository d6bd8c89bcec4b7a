import { type Tuned, UNTUNED } from './tuned.ts';
import type { Vectors } from './vectors.ts';

/** How many numbers `meaningOf` gives. */
export const meaningSize = (vectors: Vectors): number => vectors.dims * 2;

/** A mean is far smaller than a maximum: so much more makes them weigh alike. */
export const MEAN_STRENGTH = 3;

/**
 * What a message is about, whatever its exact words: the mean of its words' vectors, weighed by how
 * much each word tells, then the strongest of each number. `rows` -1 is a word without a vector.
 */
export function meaningOf(vectors: Vectors, rows: Int32Array, tuned: Tuned = UNTUNED): Float32Array {
  const { dims, weights } = vectors;
  const out = new Float32Array(dims * 2);
  let total = 1e-6;
  for (const row of rows) {
    if (row < 0) continue;
    const weight = weights[row] as number;
    total += weight;
    const place = tuned.index[row] ?? 0;
    const values = place > 0 ? tuned.values : vectors.values;
    const from = (place > 0 ? place - 1 : row) * dims;
    for (let d = 0; d < dims; d++) {
      const value = weight * (values[from + d] as number);
      out[d] = (out[d] as number) + value;
      if (value > (out[dims + d] as number)) out[dims + d] = value;
    }
  }
  for (let d = 0; d < dims; d++) out[d] = ((out[d] as number) * MEAN_STRENGTH) / total;
  return out;
}
