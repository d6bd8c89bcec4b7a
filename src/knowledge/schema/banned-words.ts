import { z } from 'zod';

/** `knowledge/banned-words.yaml`: what a page must not say, and what to say instead. */
export const BannedWords = z.array(
  z.strictObject({
    /** Whole words or phrases; capitals matter only where a word is written in capitals alone. */
    words: z.array(z.string().min(1)).min(1),
    /** Not found fault with on a line that also has one of these. */
    unlessWith: z.array(z.string().min(1)).default([]),
    /** Found fault with only on a line that also has one of these. */
    onlyWith: z.array(z.string().min(1)).default([]),
    level: z.enum(['error', 'warning']).default('error'),
    why: z.string().min(5),
    instead: z.string().min(3),
  }),
);
export type BannedWords = z.infer<typeof BannedWords>;
