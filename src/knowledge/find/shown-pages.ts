import type { Knowledge } from '../knowledge.ts';
import { pageFor } from '../merge/pages-for.ts';
import { placeOf } from '../place-of.ts';
import type { Page } from '../schema/page.ts';
import type { Hit } from '../search.ts';

export interface Shown {
  readonly page: Page;
  /** The council for which its contacts are filled in. */
  readonly reader: string | null;
  /** The place it is about, when the family has named no council. */
  readonly foreign: string | null;
}

/**
 * The best page whole, and the next one too when it fits the question nearly as well and both together
 * are still short enough for a telephone.
 */
export function shownPages(hits: readonly Hit[], knowledge: Knowledge, council: string | null): Shown[] {
  const { close, mostWords } = knowledge.searchSettings;
  const [first, second] = hits;
  if (first === undefined) return [];
  const best = pageFor(knowledge, council ?? first.page.council, first.page.id) ?? first.page;
  const also =
    second !== undefined &&
    second.score >= close * first.score &&
    words(best) + words(second.page) <= mostWords;
  return (also ? [best, second.page] : [best]).map((page) => ({
    page,
    reader: council ?? page.council,
    foreign: council === null && page.council !== null ? placeOf(knowledge, page.council) : null,
  }));
}

function words({ body }: Page): number {
  return body.split(/\s+/).length;
}
