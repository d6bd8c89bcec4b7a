import type { LinearPlan } from './train-linear.ts';
import type { NetPlan } from './train-net.ts';

/** How one blend is trained. Found by cross-validation; see `signpost evaluate --cv`. */
export type BlendPlan = {
  linear: LinearPlan;
  net: NetPlan;
  /** One net for each. */
  seeds: readonly number[];
  linearShare: number;
};

export const LABELS_PLAN: BlendPlan = {
  linear: { rounds: 20, rate: 0.15, decay: 1e-5, dropout: 0.3, fewest: 3 },
  net: { hidden: 128, rounds: 30, batch: 32, rate: 5e-3, decay: 1e-2, dropWords: 0.1, dropout: 0.3 },
  seeds: [1],
  linearShare: 0.67,
};

export const URGENCY_PLAN: BlendPlan = {
  linear: { rounds: 15, rate: 0.1, decay: 1e-5, dropout: 0.3, fewest: 2 },
  net: { hidden: 32, rounds: 10, batch: 32, rate: 5e-3, decay: 1e-2, dropWords: 0.1, dropout: 0.3 },
  seeds: [1],
  linearShare: 0.6,
};
