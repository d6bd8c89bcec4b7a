import { COUNTERPARTIES, KINDS, TOPICS } from '../../shared/vocabulary.ts';

/** The main counterparty as the model sees it: "none" is an answer of its own. */
export const PARTIES = [...COUNTERPARTIES, 'none'] as const;
export type Party = (typeof PARTIES)[number];

/** Where each question's answers stand in the model's row of outputs. */
export const HEADS = {
  kind: { from: 0, size: KINDS.length },
  party: { from: KINDS.length, size: PARTIES.length },
  topic: { from: KINDS.length + PARTIES.length, size: TOPICS.length },
} as const;
export type Head = keyof typeof HEADS;

export const OUTPUTS = KINDS.length + PARTIES.length + TOPICS.length;
