/** One curated entry: the front matter of a Markdown file, and its body. */
import { z } from 'zod';
import { Counterparty, IsoDate, Topic } from '../../shared/vocabulary.ts';
import { Source } from './source.ts';

export const PageId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');

export const FrontMatter = z.strictObject({
  id: PageId,
  title: z.string().min(3).max(80),
  topics: z.array(Topic).min(1),
  counterparties: z.array(Counterparty).default([]),
  /** How parents ask for it, in their own words: the search ranks by these first. */
  asks: z.array(z.string().min(3)).min(2),
  sources: z.array(Source).min(1),
  reviewed: IsoDate,
  reviewBy: IsoDate,
  /** Rows of the fact register that this page gives (`dudley-07`). */
  covers: z.array(z.string()).default([]),
  /** How a council's page joins the national page of the same id. */
  refines: z.enum(['add', 'replace']).default('add'),
  /** Ids of pages worth reading next. */
  seeAlso: z.array(PageId).default([]),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

export const Page = FrontMatter.extend({
  /** The council's slug, or null for a national page. */
  council: z.string().nullable(),
  /** Markdown. `{{contact:ROLE}}` stands for a contact's line, filled in for the reader's council. */
  body: z.string().min(20),
  /** Path relative to the knowledge folder, for messages to editors. */
  file: z.string(),
});
export type Page = z.infer<typeof Page>;
