import type { Knowledge } from '../knowledge.ts';
import type { Page } from '../schema/page.ts';

/** A page as it is indexed: its own words only, not those of the page it refines. */
export interface Document {
  /** `dudley/idr`, `/mediation`. */
  readonly key: string;
  readonly page: Page;
  readonly asks: string;
  readonly title: string;
  readonly topics: string;
  readonly body: string;
}

/** Every page of every council, and the national ones. */
export function documentsOf(knowledge: Knowledge): Document[] {
  const pages = [knowledge.national, ...knowledge.local.values()].flatMap((each) => [...each.values()]);
  return pages.map((page) => ({
    key: keyOf(page),
    page,
    asks: page.asks.join('\n'),
    title: page.title,
    topics: page.topics.map((topic) => knowledge.taxonomy.topics[topic].about).join('\n'),
    body: searchable(page.body, knowledge),
  }));
}

export function keyOf({ council, id }: Pick<Page, 'council' | 'id'>): string {
  return `${council ?? ''}/${id}`;
}

/** Addresses say nothing a family would type; a contact's mark stands for its name and for "number, email". */
function searchable(body: string, knowledge: Knowledge): string {
  return body
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/https?:\S+/g, ' ')
    .replace(/\{\{contact:([a-z-]+)\}\}/g, '$1 phone email')
    .replace(
      /\{\{body:([a-z0-9-]+)\}\}/g,
      (_, id: string) => `${knowledge.bodies.get(id)?.name ?? ''} phone email`,
    );
}
