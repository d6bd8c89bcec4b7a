import type { Blend } from './blend.ts';
import type { Head } from './heads.ts';

/** All that training makes. */
export type TriageModel = {
  /** Kind, main counterparty and topic, in the order of heads.ts. */
  readonly labels: Blend;
  /** Two outputs: no, yes. */
  readonly urgency: Blend;
  /** By how much to soften each head's scores so that its chances come true as often as they say. */
  readonly temperature: Readonly<Record<Head | 'urgent', number>>;
  /** What each output gains after that: life asks other things more often than the examples do. */
  readonly shift: Float32Array;
  /** Fingerprint of the examples it was made from. */
  readonly examples: string;
};
