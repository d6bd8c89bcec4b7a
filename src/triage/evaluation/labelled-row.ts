import { z } from 'zod';
import { Counterparty, IsoDate, Kind, Topic } from '../../shared/vocabulary.ts';
import { PARTIES, type Party } from '../model/heads.ts';

/** One value, or every value that is also right. */
const oneOrMore = <T extends z.ZodType>(value: T) =>
  z.union([value.transform((one) => [one]), z.array(value).min(1)]);

const Common = z.object({ text: z.string(), today: IsoDate.optional() });

const TrainingRow = Common.extend({
  kind: Kind,
  counterparty: z.array(Counterparty),
  topic: Topic,
  topics2: z.array(Topic),
  urgent: z.boolean(),
}).transform(({ text, today, kind, counterparty, topic, topics2, urgent }) => ({
  text,
  today,
  kind: [kind],
  party: [counterparty[0] ?? 'none'] as Party[],
  topic: [topic],
  topicsOther: topics2,
  urgent: [urgent],
  date: undefined as (string | null)[] | undefined,
}));

const JudgedRow = Common.extend({
  kind: oneOrMore(Kind).optional(),
  counterparty: oneOrMore(z.enum(PARTIES)).optional(),
  topic: oneOrMore(Topic).optional(),
  topicsOther: z.array(Topic).optional(),
  urgent: oneOrMore(z.boolean()).optional(),
  expected: IsoDate.nullable().optional(),
  accept: z.array(IsoDate).optional(),
}).transform(({ text, today, kind, counterparty, topic, topicsOther, urgent, expected, accept }) => ({
  text,
  today,
  kind,
  party: counterparty,
  topic,
  topicsOther: topicsOther ?? [],
  urgent,
  date: expected === undefined ? undefined : [expected, ...(accept ?? [])],
}));

/**
 * A message with what is right about it. A row may say only some of it. A training row's
 * `counterparty` is a list with the main one first; anywhere else a list holds what is also right.
 */
export const LabelledRow = z.union([TrainingRow, JudgedRow]);
export type LabelledRow = z.infer<typeof LabelledRow>;
