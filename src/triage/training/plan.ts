import type { LinearPlan } from './train-linear.ts';
import type { NetPlan } from './train-net.ts';

/** How one blend is trained. Found by cross-validation; see `signpost evaluate --cv`. */
export type BlendPlan = {
  linear: LinearPlan;
  net: NetPlan;
  linearShare: number;
};

export const LABELS_PLAN: BlendPlan = {
  linear: { runs: 3, rounds: 20, rate: 0.15, decay: 1e-5, dropout: 0.3, fewest: 3, most: 28_000 },
  net: {
    hidden: 96,
    rounds: 16,
    batch: 32,
    rate: 3e-3,
    decay: 1e-2,
    dropWords: 0.35,
    dropout: 0.4,
    tuning: { fewest: 3, rate: 0.05 },
    seed: 1,
  },
  linearShare: 0.75,
};

export const URGENCY_PLAN: BlendPlan = {
  linear: { runs: 3, rounds: 15, rate: 0.1, decay: 1e-5, dropout: 0.5, fewest: 2, most: 32_000 },
  net: {
    hidden: 32,
    rounds: 14,
    batch: 32,
    rate: 5e-3,
    decay: 1e-2,
    dropWords: 0.3,
    dropout: 0.4,
    tuning: { fewest: 2, rate: 0 },
    seed: 1,
  },
  linearShare: 0.6,
};
