/** What one message is. Plain data: printed, stored, tested and shown to an adviser as it stands. */
import { z } from 'zod';
import { Counterparty, IsoDate, Kind, Topic } from '../shared/vocabulary.ts';

const Probability = z.number().min(0).max(1);

/**
 * What the message says of the matter besides its labels. A cue that was not heard is absent,
 * which never means "no".
 */
export const Cues = z.object({
  /** A decision letter, notice or final plan has been received. */
  decisionInHand: z.boolean().optional(),
  plan: z.enum(['none', 'draft', 'final']).optional(),
  /** Only the school named in Section I is disputed. */
  sectionIOnly: z.boolean().optional(),
  exclusion: z.enum(['permanent', 'suspension', 'informal']).optional(),
  setting: z.enum(['early-years', 'school', 'college']).optional(),
  stage: z.enum(['talked', 'complained', 'answered', 'appealing']).optional(),
  /** The young person is writing for themselves. */
  youngPerson: z.boolean().optional(),
  /** The family lives, or the school is, in another nation of the UK: other rules. */
  nation: z.enum(['wales', 'scotland', 'northern-ireland']).optional(),
});
export type Cues = z.infer<typeof Cues>;

/** Why a date could not be taken as it stands; the dialog asks accordingly. */
export const DateDoubt = z.enum(['future', 'impossible', 'vague', 'several', 'old']);
export type DateDoubt = z.infer<typeof DateDoubt>;

export const Triage = z.object({
  kind: Kind,
  /** Main one first; empty when none or not known. */
  counterparty: z.array(Counterparty),
  /** Up to three, best first; never empty. */
  topics: z.array(Topic).min(1).max(3),
  /** A present risk to somebody's life or safety is disclosed. */
  urgent: z.boolean(),
  /** Not clearly urgent, and not clearly safe: the numbers are given gently with the answer. */
  maybeUrgent: z.boolean(),
  /** The date on the decision letter, when the message says it. */
  decisionDate: IsoDate.nullable(),
  dateDoubt: DateDoubt.nullable(),
  /** Calibrated probability of each first choice. `topics` gives one for each of `topics`. */
  confidence: z.object({
    kind: Probability,
    counterparty: Probability,
    topic: Probability,
    topics: z.array(Probability).max(3),
  }),
  cues: Cues,
});
export type Triage = z.infer<typeof Triage>;
