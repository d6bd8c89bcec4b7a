import type { Kind, Topic } from '../../src/shared/vocabulary.ts';
import type { Party } from '../../src/triage/model/heads.ts';
import type { Example } from '../../src/triage/training/example.ts';

/** What every system is asked of a message. Topics are the best three at most, best first. */
export type Answer = { kind: Kind; party: Party; topics: readonly Topic[] };

export type System = {
  readonly name: string;
  /** How it was set up, for the foot of the table. */
  readonly setup: string;
  readonly read: (text: string) => Answer | Promise<Answer>;
};

/** The main body of an example, as the systems must tell it. */
export function mainParty(example: Example): Party {
  return example.counterparty[0] ?? 'none';
}
