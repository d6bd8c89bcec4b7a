/** How questions find pages: words that mean the same, words that mean nothing, and what is not covered. */
import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);

/** `knowledge/synonyms.yaml`: each group is read as one word wherever it occurs. */
export const Synonyms = z.array(
  z.strictObject({
    words: words.min(2),
    /** A message with one of these is about special needs, whatever else it names. */
    send: z.boolean().default(false),
  }),
);
export type Synonyms = z.infer<typeof Synonyms>;

/** `knowledge/search.yaml`. */
export const SearchSettings = z.strictObject({
  /** Separated by spaces. */
  stopWords: z.string().min(1),
  /** Share of a question's weight that the best page must hold; below it nothing was found. */
  threshold: z.number().min(0).max(1),
  /** Below this score, with less than half of the question held, a page is a chance hit. */
  weak: z.number().min(0),
  /** The second page is given too when it scores at least this share of the first. */
  close: z.number().min(0).max(1),
  /** ...and both together have no more words than this. */
  mostWords: z.int().positive(),
  boost: z.strictObject({
    asks: z.number().positive(),
    title: z.number().positive(),
    topics: z.number().positive(),
    body: z.number().positive(),
    /** The reader's own council before the national page. */
    ownCouncil: z.number().positive(),
    /** Any council's page when the reader's is not known. */
    otherCouncil: z.number().positive(),
    /** The one way of asking that is nearest to the question, against the page as a whole. */
    nearestAsk: z.number().positive(),
    /** A page of the topic that triage heard. */
    triage: z.number().positive(),
  }),
  /** Words, separated by spaces, that leave it open whether the matter is somebody else's. */
  schoolWords: z.string().min(1),
  /** Matters of somebody else: `say` is who. `always`: also beside a school word. */
  outOfScope: z.array(z.strictObject({ words, always: z.boolean().default(false), say: z.string().min(10) })),
});
export type SearchSettings = z.infer<typeof SearchSettings>;
