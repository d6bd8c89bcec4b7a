/**
 * One time limit as data (`knowledge/clocks.yaml`): what it runs from, how it is counted, and what a
 * parent is told. The arithmetic is in `pathways/deadlines/`; advisers argue about the words here.
 */
import { z } from 'zod';
import { DATE_KINDS } from './dates.ts';
import { Source } from './source.ts';

const positive = z.int().positive();

/** How the days are counted. `inclusive`: the period begins WITH the first day, so it ends one day earlier. */
export const Count = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('months'), n: positive, inclusive: z.boolean().default(false) }),
  z.strictObject({ unit: z.literal('weeks'), n: positive }),
  z.strictObject({ unit: z.literal('days'), n: positive, inclusive: z.boolean().default(false) }),
  z.strictObject({ unit: z.literal('working-days'), n: positive }),
  /** Weekdays that are no bank holiday; school closures make the real day later, and the words say so. */
  z.strictObject({ unit: z.literal('school-days'), n: positive }),
  /** A fixed day of the year in which `from` falls, "before" that day: `{month: 2, day: 15}` ends on 14 February. */
  z.strictObject({
    unit: z.literal('before-day'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
  }),
  /** Counted backwards: "at least five months before". */
  z.strictObject({ unit: z.literal('months-before'), n: positive }),
]);
export type Count = z.infer<typeof Count>;

export const Clock = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  from: z.enum(DATE_KINDS),
  count: Count,
  /** A second count that applies when it ends later (the certificate month). */
  orLater: z
    .strictObject({
      from: z.enum(DATE_KINDS),
      count: Count,
      fromWords: z.string().min(3),
      /** Said when this count applies though it began after the first had run out. */
      caution: z.string().optional(),
    })
    .optional(),
  /** Whether rule 12 of the tribunal's rules moves the last day (starting an SEN appeal only). */
  tribunalRules: z.boolean().default(false),
  binds: z.enum(['family', 'body']),
  label: z.string().min(5),
  /** What the first day is called: "the date on your letter". */
  fromWords: z.string().min(3),
  authority: z.string().optional(),
  late: z.string().optional(),
  /** Added to the words of the count: "The tribunal must have it by 5pm." */
  note: z.string().optional(),
  sources: z.array(Source).min(1),
});
export type Clock = z.infer<typeof Clock>;
