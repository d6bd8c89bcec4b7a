import { z } from 'zod';
import { IsoDate } from '../../shared/vocabulary.ts';
import { Source } from './source.ts';

/** `knowledge/bank-holidays.yaml`: those of England and Wales. */
export const BankHolidays = z.strictObject({
  /** The rule by which the days were worked out, for whoever adds the next years. */
  about: z.string().optional(),
  source: Source,
  checked: IsoDate,
  days: z
    .array(IsoDate)
    .min(1)
    .refine((days) => new Set(days).size === days.length, 'each day stands once'),
});
export type BankHolidays = z.infer<typeof BankHolidays>;
