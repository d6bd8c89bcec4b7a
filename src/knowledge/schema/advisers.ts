/**
 * When a service's advisers are there, how long a family is asked to wait, and the words advisers use often.
 * `knowledge/advisers.yaml` holds the defaults; `councils/<slug>/advisers.yaml` replaces what it names.
 */
import { z } from 'zod';
import { IsoDate } from '../../shared/vocabulary.ts';

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as 09:00');
const End = z.union([z.literal('24:00'), Time], 'write a time as 17:00');
const Spell = z
  .strictObject({ from: Time, to: End })
  .refine(({ from, to }) => from < to, { message: 'closes before it opens', path: ['to'] });

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const Closure = z
  .strictObject({ from: IsoDate, to: IsoDate })
  .refine(({ from, to }) => from <= to, { message: 'ends before it begins', path: ['to'] });

const Minutes = z.strictObject({
  /** After so long in the queue a family is told, and asked for a message. */
  wait: z.number().int().min(1).max(240),
  /** An adviser who claims a case opens it within this time, or it goes back. */
  claim: z.number().int().min(1).max(60),
  /** So long without a sign of the adviser's screen, and the family is told that they dropped out. */
  away: z.number().int().min(1).max(60),
  /** So long, and the case goes back to the queue. */
  gone: z.number().int().min(1).max(120),
  /** So long without an answer to the family, and the case goes back to the queue. */
  silent: z.number().int().min(1).max(240),
  /** So long without a word of the family, and the talk is closed. */
  familySilent: z.number().int().min(5).max(480),
});

const fields = {
  /** By the clock in England. A day that is absent is closed; so are bank holidays. */
  hours: z.partialRecord(z.enum(WEEKDAYS), z.array(Spell).min(1)),
  /** Days, both included, on which nobody is there: training, the week of Christmas. */
  closures: z.array(Closure),
  minutes: Minutes,
  /** Kinds of outcome that an adviser can close a case with. */
  outcomes: z.array(z.strictObject({ id: z.string().regex(/^[a-z-]+$/), label: z.string().min(3) })).min(1),
  /** Replies that advisers send often. */
  replies: z.array(z.strictObject({ title: z.string().min(3), text: z.string().min(3) })),
  /** Who is told of a waiting case or a left message; never with the family's words unless `words` says so. */
  notify: z.strictObject({
    emails: z.array(z.email()).default([]),
    webhook: z.url({ protocol: /^https?$/ }).optional(),
    words: z.boolean().default(false),
  }),
};

export const Advisers = z.strictObject({
  ...fields,
  closures: fields.closures.default([]),
  replies: fields.replies.default([]),
  notify: fields.notify.prefault({}),
});
export type Advisers = z.infer<typeof Advisers>;

/** A council's own file: only what differs. No defaults here: they would replace what it does not name. */
export const CouncilAdvisers = z.strictObject({ ...fields, minutes: Minutes.partial() }).partial();
export type CouncilAdvisers = z.infer<typeof CouncilAdvisers>;
