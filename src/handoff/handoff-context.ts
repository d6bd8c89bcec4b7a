import { z } from 'zod';
import type { Deadline } from '../pathways/schema.ts';
import { Counterparty, IsoDate, Kind, Stage, Topic } from '../shared/vocabulary.ts';
import { type Case, CaseReason } from './case.ts';

/**
 * What another engagement hub is told of a case: the value of a `handoff.initiate` event. Its schema has a
 * version of its own, because hubs are configured by other people at other times.
 */
export const HandoffContext = z.strictObject({
  schema: z.literal('signpost.handoff/1'),
  case: z.string(),
  ref: z.string(),
  council: z.string(),
  reason: CaseReason,
  /** Danger was disclosed. */
  danger: z.boolean(),
  /** What the family agreed to share: the conversation so far, or only what comes. */
  consent: z.enum(['conversation', 'from-now']),
  triage: z
    .strictObject({ kind: Kind, counterparty: z.array(Counterparty), topic: Topic, stage: Stage })
    .nullable(),
  deadlines: z.array(z.strictObject({ label: z.string(), date: IsoDate, binds: z.enum(['family', 'body']) })),
});
export type HandoffContext = z.infer<typeof HandoffContext>;

/** @param deadlines those of the case's situation, as of today */
export function handoffContext(of: Case, deadlines: readonly Deadline[]): HandoffContext {
  const { situation } = of;
  return {
    schema: 'signpost.handoff/1',
    case: of.id,
    ref: of.ref,
    council: of.council,
    reason: of.reason,
    danger: of.red,
    consent: of.sharedAfter === 0 ? 'conversation' : 'from-now',
    triage:
      situation === null
        ? null
        : {
            kind: situation.kind,
            counterparty: situation.counterparty,
            topic: situation.topic,
            stage: situation.stage,
          },
    deadlines: deadlines.map(({ label, date, binds }) => ({ label, date, binds })),
  };
}
