import { describe, expect, it } from 'vitest';
import { composeAnswer } from '../../src/knowledge/find/compose-answer.ts';
import { shownPages } from '../../src/knowledge/find/shown-pages.ts';
import { requireKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { pagesFor } from '../../src/knowledge/merge/pages-for.ts';
import type { Contact } from '../../src/knowledge/schema/contact.ts';
import type { Page } from '../../src/knowledge/schema/page.ts';
import { answer } from '../../src/pathways/answer.ts';
import { pathway } from '../../src/pathways/pathway.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import { KINDS, STAGES, TOPICS } from '../../src/shared/vocabulary.ts';
import { urlsIn } from './urls-in.ts';

const knowledge = requireKnowledge(`${projectRoot}/knowledge`);
const today = '2026-11-21';
const councils = [null, ...knowledge.councils.keys()];

/** All that a family of that council may be shown: its own contacts and the national bodies. */
function contactUrls(council: string | null): string[] {
  const own: Contact[] = Object.values(knowledge.councils.get(council ?? '')?.contacts ?? {}).flatMap(
    (list) => list ?? [],
  );
  return [...own, ...knowledge.bodies.values()].flatMap(({ web, sources }) => [
    ...(web === undefined ? [] : [web]),
    ...sources.map(({ url }) => url),
  ]);
}

const sourceUrls = (pages: readonly Page[]) => pages.flatMap(({ sources }) => sources.map(({ url }) => url));

describe.each(councils)('citations for %s', (council) => {
  const allowed = contactUrls(council);

  it('of every page are its own sources and contacts, byte for byte', () => {
    const pages = [...pagesFor(knowledge, council).values()];
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) {
      const hits = [{ page, score: 1, share: 1 }];
      const shown = shownPages(hits, knowledge, council).map((each) => each.page);
      const urls = urlsIn(composeAnswer(hits, { knowledge, council, today }));
      expect(urls.length).toBeGreaterThan(0);
      for (const url of urls) expect([...sourceUrls(shown), ...allowed]).toContain(url);
      for (const url of sourceUrls(shown)) expect(urls).toContain(url);
    }
  });

  it('of every pathway are those of its pages, clocks and contacts, byte for byte', () => {
    for (const topic of TOPICS) {
      for (const kind of KINDS) {
        for (const stage of STAGES) {
          const dates = {
            decision: '2026-11-12',
            request: '2026-09-01',
            act: '2026-10-01',
            complaint: '2026-10-02',
          };
          const found = pathway(
            { kind, stage, topic, council, counterparty: [], dates, cues: {} },
            { today, knowledge },
          );
          const pages = found.pages.flatMap((id) => pagesFor(knowledge, council).get(id) ?? []);
          const clocks = found.deadlines.flatMap(({ sources }) => sources.map(({ url }) => url));
          const urls = urlsIn(answer(found, { knowledge }));
          expect(urls.length).toBeGreaterThan(0);
          const known = new Set([...sourceUrls(pages), ...clocks, ...allowed]);
          expect(urls.filter((url) => !known.has(url))).toEqual([]);
        }
      }
    }
  });
});
