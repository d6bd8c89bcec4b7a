import type { Page } from '../schema/page.ts';
import type { Hit } from '../search.ts';

const MOST = 3;

/** Titles to go on with: what the pages' editors thought of first, then what the search found next. */
export function seeAlso(
  shown: readonly Page[],
  hits: readonly Hit[],
  pageOf: (id: string) => Page | null,
): string[] {
  const seen = new Set(shown.map(({ id }) => id));
  const titles = [...shown.flatMap((page) => page.seeAlso), ...hits.map(({ page }) => page.id)].flatMap(
    (id) => {
      if (seen.has(id)) return [];
      seen.add(id);
      return pageOf(id)?.title ?? [];
    },
  );
  return titles.slice(0, MOST);
}
