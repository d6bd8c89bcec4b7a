import { z } from 'zod';
import { Topic } from '../shared/vocabulary.ts';

const Chance = z.number().min(0).max(1);

/** `knowledge/triage/thresholds.yaml`; the file says what each is for. */
export const Thresholds = z
  .strictObject({
    urgent: Chance,
    maybeUrgent: Chance,
    fewWords: z.int().nonnegative(),
    urgentInFewWords: Chance,
    maybeInFewWords: Chance,
    signsOfNoDanger: z.array(z.string()),
    secondParty: Chance,
    otherTopic: Chance,
    dateTopics: z.array(Topic).min(1),
    dateTopicsChance: Chance,
    besideDecision: Chance,
    dateOnlyWords: z.int().positive(),
  })
  .refine((lines) => lines.maybeUrgent <= lines.urgent, 'maybeUrgent must not be above urgent');
export type Thresholds = z.infer<typeof Thresholds>;
