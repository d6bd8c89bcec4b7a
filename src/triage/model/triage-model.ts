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
  /** How much of the counterparty's chance is told by the topic rather than directly, 0 to 1. */
  readonly topicTellsParty: number;
  /** [topic][party]: of the examples on a topic, the share about each main counterparty. */
  readonly partyOfTopic: Float32Array;
  /** Fingerprint of the examples it was made from. */
  readonly examples: string;
};
