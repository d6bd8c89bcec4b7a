/** What a family under one council reads: local first, national fills. */
import type { Knowledge } from '../knowledge.ts';
import type { Page } from '../schema/page.ts';
import type { Source } from '../schema/source.ts';

/** One page as that council's families see it (placeholders not yet filled in), or null. */
export function pageFor(knowledge: Knowledge, council: string | null, id: string): Page | null {
  const [first, second] = halvesOf(knowledge, council, id);
  if (first === undefined || second === undefined) return first ?? null;
  return joined(first, second);
}

/** The pages that make it up: the council's own, the national one, or both with the council's first. */
export function halvesOf(knowledge: Knowledge, council: string | null, id: string): Page[] {
  const national = knowledge.national.get(id);
  const local = council === null ? undefined : knowledge.local.get(council)?.get(id);
  if (local?.refines === 'replace') return [local];
  return [local, national].filter((page) => page !== undefined);
}

/** Every page of that council's families, by id; with no council the national ones. */
export function pagesFor(knowledge: Knowledge, council: string | null): ReadonlyMap<string, Page> {
  const own = council === null ? [] : [...(knowledge.local.get(council)?.keys() ?? [])];
  const pages = new Map<string, Page>();
  for (const id of [...own, ...knowledge.national.keys()]) {
    const page = pages.has(id) ? null : pageFor(knowledge, council, id);
    if (page !== null) pages.set(id, page);
  }
  return pages;
}

function joined(local: Page, national: Page): Page {
  return {
    ...local,
    topics: union(local.topics, national.topics),
    counterparties: union(local.counterparties, national.counterparties),
    asks: union(local.asks, national.asks),
    seeAlso: union(local.seeAlso, national.seeAlso),
    covers: union(local.covers, national.covers),
    sources: uniqueSources([...local.sources, ...national.sources]),
    // The pair is as fresh as its older half.
    reviewed: earlier(local.reviewed, national.reviewed),
    reviewBy: earlier(local.reviewBy, national.reviewBy),
    body: `${local.body}\n\n${national.body}`,
  };
}

/** Each address once, in the order given, with the oldest day on which it was read: the careful one. */
export function uniqueSources(sources: readonly Source[]): Source[] {
  const byUrl = new Map<string, Source>();
  for (const source of sources) {
    const known = byUrl.get(source.url);
    byUrl.set(
      source.url,
      known === undefined ? source : { ...known, read: earlier(known.read, source.read) },
    );
  }
  return [...byUrl.values()];
}

function union<T>(first: readonly T[], second: readonly T[]): T[] {
  return [...new Set([...first, ...second])];
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
