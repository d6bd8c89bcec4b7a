import { MEAN_STRENGTH } from '../features/meaning.ts';
import type { Tuned } from '../features/tuned.ts';
import type { Vectors } from '../features/vectors.ts';
import type { Sample } from './sample.ts';

/** Which words' vectors may move, and how far: those that at least so many examples have. */
export type TuningPlan = { fewest: number; rate: number };

/** Moves the vectors of words towards what a net wants of them (AdaGrad, one pace for each word). */
export class Tuning {
  readonly tuned: Tuned;
  readonly #vectors: Vectors;
  readonly #seen: Float32Array;
  readonly #strongest: Int32Array;
  readonly #slope: Float32Array;

  constructor(samples: readonly Sample[], vectors: Vectors, plan: TuningPlan) {
    const index = plan.rate === 0 ? new Uint32Array(0) : indexOf(samples, vectors, plan.fewest);
    const moved = index.reduce((most, place) => Math.max(most, place), 0);
    const values = new Float32Array(moved * vectors.dims);
    index.forEach((place, row) => {
      if (place === 0) return;
      const own = vectors.values.subarray(row * vectors.dims, (row + 1) * vectors.dims);
      values.set(own, (place - 1) * vectors.dims);
    });
    this.tuned = { index, values };
    this.#vectors = vectors;
    this.#seen = new Float32Array(moved).fill(1e-4);
    this.#strongest = new Int32Array(vectors.dims);
    this.#slope = new Float32Array(vectors.dims);
  }

  /** `toMeaning` is the slope at each number of the meaning of the message that has these rows. */
  move(rows: Int32Array, toMeaning: Float32Array, rate: number): void {
    const { dims, weights } = this.#vectors;
    const { index, values } = this.tuned;
    const total = this.#findStrongest(rows);
    for (const row of new Set(rows)) {
      const place = row < 0 ? 0 : (index[row] ?? 0);
      if (place === 0) continue;
      const times = rows.reduce((count, other) => count + (other === row ? 1 : 0), 0);
      const weight = weights[row] as number;
      let squares = 0;
      for (let d = 0; d < dims; d++) {
        const mean = (times * MEAN_STRENGTH * (toMeaning[d] as number)) / total;
        const most = this.#strongest[d] === row ? (toMeaning[dims + d] as number) : 0;
        const g = weight * (mean + most);
        this.#slope[d] = g;
        squares += g * g;
      }
      this.#seen[place - 1] = (this.#seen[place - 1] as number) + squares / dims;
      const step = rate / Math.sqrt(this.#seen[place - 1] as number);
      const from = (place - 1) * dims;
      for (let d = 0; d < dims; d++) {
        values[from + d] = (values[from + d] as number) - step * (this.#slope[d] as number);
      }
    }
  }

  /** Notes the row that gave each number its maximum; returns the sum of the words' weights. */
  #findStrongest(rows: Int32Array): number {
    const { dims, weights, values } = this.#vectors;
    const { index, values: own } = this.tuned;
    const most = new Float32Array(dims);
    this.#strongest.fill(-1);
    let total = 1e-6;
    for (const row of rows) {
      if (row < 0) continue;
      const weight = weights[row] as number;
      total += weight;
      const place = index[row] ?? 0;
      const from = (place > 0 ? place - 1 : row) * dims;
      for (let d = 0; d < dims; d++) {
        const value = weight * ((place > 0 ? own : values)[from + d] as number);
        if (value <= (most[d] as number)) continue;
        most[d] = value;
        this.#strongest[d] = row;
      }
    }
    return total;
  }
}

function indexOf(samples: readonly Sample[], vectors: Vectors, fewest: number): Uint32Array {
  const count = new Uint32Array(vectors.weights.length);
  for (const { rows } of samples) {
    for (const row of new Set(rows)) if (row >= 0) count[row] = (count[row] as number) + 1;
  }
  let places = 0;
  return count.map((times) => (times >= fewest ? ++places : 0));
}
