/** A family's situation, and the pathway computed from it. Plain data on both sides. */
import { z } from 'zod';
import { DATE_KINDS } from '../knowledge/schema/dates.ts';
import { Source } from '../knowledge/schema/source.ts';
import { Counterparty, IsoDate, Kind, Stage, Topic } from '../shared/vocabulary.ts';
import { Cues } from '../triage/schema.ts';

export const DateKind = z.enum(DATE_KINDS);
export type DateKind = z.infer<typeof DateKind>;

export const Dates = z.partialRecord(DateKind, IsoDate);
export type Dates = z.infer<typeof Dates>;

export const Situation = z.object({
  kind: Kind,
  counterparty: z.array(Counterparty),
  topic: Topic,
  stage: Stage,
  /** The slug of the family's council, once known. */
  council: z.string().nullable(),
  dates: Dates,
  cues: Cues,
});
export type Situation = z.infer<typeof Situation>;

export const Deadline = z.object({
  /** The clock's id in `knowledge/clocks.yaml`. */
  id: z.string(),
  /** What must happen by then, in plain words: "Your appeal must reach the tribunal". */
  label: z.string(),
  /** The safe day to work to. */
  date: IsoDate,
  /** The last day that still counts after weekends, bank holidays, Christmas and August; never before `date`. */
  acceptedUntil: IsoDate,
  /** How it was counted, in words a parent can check with a calendar. */
  counted: z.string(),
  /** Statute, rule or guidance; absent when the number was not read at its source. */
  authority: z.string().optional(),
  sources: z.array(Source).min(1),
  passed: z.boolean(),
  /** What can still be done when it has passed. */
  late: z.string().optional(),
  /** Who is bound: the family has to act by then, or the body has to. */
  binds: z.enum(['family', 'body']),
});
export type Deadline = z.infer<typeof Deadline>;

export const Step = z.object({
  who: z.string(),
  action: z.string(),
  /** The knowledge page that says more; the answer cites its sources. */
  page: z.string(),
  by: IsoDate.optional(),
  /** How to reach them, as lines of Markdown; says so when it is not known. */
  contacts: z.array(z.string()),
});
export type Step = z.infer<typeof Step>;

export const Pathway = z.object({
  /** The route's id in `knowledge/pathways/`. */
  route: z.string(),
  topic: Topic,
  /** The day for which it was computed. */
  today: IsoDate,
  /** First line: what to do and by when, or what this is about. */
  lead: z.string(),
  deadlines: z.array(Deadline),
  steps: z.array(Step).min(1),
  /** What must not be misunderstood: "Talking to the council does not stop the clock." */
  warnings: z.array(z.string()),
  /** Where it goes when the steps have not worked. */
  next: z.string().optional(),
  /** The date that would make the answer better, when one is missing. */
  wants: DateKind.nullable(),
  /** Ids of the pages used: their sources, and no others, are cited. */
  pages: z.array(z.string()).min(1),
  sources: z.array(Source).min(1),
  /** The used pages whose next review is overdue. */
  overdue: z.array(z.object({ title: z.string(), reviewBy: IsoDate })),
});
export type Pathway = z.infer<typeof Pathway>;
