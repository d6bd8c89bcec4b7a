/** What the buttons of our cards send back. Anybody can send anything: only this shape is read, and it gives no rights. */
import { z } from 'zod';
import { Role } from '../knowledge/schema/contact.ts';
import { DateKind, Situation } from '../pathways/schema.ts';
import { Counterparty, IsoDate, Kind, Topic } from '../shared/vocabulary.ts';

const CaseId = z.string().min(1).max(100);
const Words = z.string().trim().min(1).max(4_000);
/** An input that was left empty comes as an empty text, or not at all. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const Slug = z.string().max(100);

export const Submit = z.discriminatedUnion('verb', [
  z.object({ verb: z.enum(['form', 'count', 'find-contacts', 'queue', 'mine', 'help']) }),
  z.object({
    verb: z.literal('look-up'),
    council: optional(Slug),
    topic: Topic,
    kind: optional(Kind),
    counterparty: optional(Counterparty),
    dateKind: optional(DateKind),
    date: optional(IsoDate),
    /** What was understood before, to be kept where the form says nothing else. */
    situation: Situation.optional(),
  }),
  z.object({ verb: z.literal('copy'), situation: Situation }),
  z.object({ verb: z.literal('deadlines'), dateKind: DateKind, date: IsoDate }),
  z.object({ verb: z.literal('contacts'), council: Slug, role: Role }),
  z.object({ verb: z.enum(['accept', 'here', 'give-back', 'finish']), case: CaseId }),
  z.object({ verb: z.literal('pick'), case: CaseId }),
  // Not the same name twice: all inputs of one card share their names.
  z.object({ verb: z.literal('reply'), case: CaseId, reply: Words }),
  z.object({ verb: z.literal('note'), case: CaseId, note: Words }),
  z.object({ verb: z.literal('transfer'), case: CaseId, to: z.string().min(1).max(100) }),
  z.object({ verb: z.literal('close'), case: CaseId, outcome: z.string().min(1).max(60) }),
]);
export type Submit = z.infer<typeof Submit>;
export type CaseSubmit = Extract<Submit, { case: string }>;

/** The data of a button, checked when it is made as it will be checked when it comes back. */
export function submitData(submit: z.input<typeof Submit>): Record<string, unknown> {
  return submit;
}
