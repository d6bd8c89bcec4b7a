import { z } from 'zod';

/** What families are told: a first name or a role, on one line. */
export const AdviserName = z
  .string()
  .transform((name) => name.replace(/[\p{C}\s]+/gu, ' ').trim())
  .pipe(z.string().min(1).max(60));
