/** Finds the pages that answer a question. Built once for a loaded {@link Knowledge}, then only read. */
import MiniSearch from 'minisearch';
import type { Topic } from '../shared/vocabulary.ts';
import { type Document, documentsOf } from './find/documents.ts';
import { type Asks, nearestAsk } from './find/nearest-ask.ts';
import { createQuestionReader } from './find/question.ts';
import { createReader } from './find/reader.ts';
import { wordsOf } from './find/words.ts';
import type { Knowledge } from './knowledge.ts';
import type { Page } from './schema/page.ts';

export interface SearchOptions {
  /** The reader's council: its pages come first; those of other councils are left out. */
  readonly council: string | null;
  /** What triage heard, best first: a push, not a filter. */
  readonly topics?: readonly Topic[];
}

export interface Hit {
  readonly page: Page;
  readonly score: number;
  /** Share of the question's weight that the page holds, 0 to 1. */
  readonly share: number;
}

export interface Search {
  readonly knowledge: Knowledge;
  /** Best first, one hit for each page id of the reader's council. */
  search(text: string, options: SearchOptions): Hit[];
  /** Whether the text names special needs at all. */
  speaksOfSend(text: string): boolean;
}

const CANDIDATES = 40;

/** Builds the index: about a second for 5,000 pages; each search then takes milliseconds. */
export function createSearch(knowledge: Knowledge): Search {
  const settings = knowledge.searchSettings;
  const reader = createReader(knowledge.synonyms, settings.stopWords);
  const documents = documentsOf(knowledge);
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const index = new MiniSearch<Document>({
    fields: ['asks', 'title', 'topics', 'body'],
    idField: 'key',
    tokenize: (text) => reader.terms(wordsOf(text)),
    processTerm: (term) => term,
  });
  index.addAll(documents);
  const asks = new Map<string, Asks>(
    documents.map(({ key, page }) => [key, page.asks.map((ask) => new Set(reader.terms(wordsOf(ask))))]),
  );
  const question = createQuestionReader(documents, reader, knowledge.synonyms);

  const search = (text: string, { council, topics = [] }: SearchOptions): Hit[] => {
    const { terms, weight, whole } = question(text);
    if (terms.size === 0) return [];
    const heard = (page: Page) => {
      const rank = topics.findIndex((topic) => page.topics.includes(topic));
      return rank === -1 ? 1 : 1 + settings.boost.triage / (rank + 1);
    };
    const found = index.search([...terms].join(' '), {
      tokenize: (joined) => joined.split(' '),
      boost: settings.boost,
      boostDocument: (key) => placeWeight(byKey.get(String(key))?.page.council, council, settings.boost),
    });
    const hits = found.slice(0, CANDIDATES).flatMap(({ id, score, queryTerms }) => {
      const document = byKey.get(String(id));
      if (document === undefined) return [];
      const near = nearestAsk(terms, asks.get(document.key) ?? [], weight);
      const share = queryTerms.reduce((sum, term) => sum + weight(term), 0) / whole;
      return [
        {
          page: document.page,
          score: score * (1 + settings.boost.nearestAsk * near ** 3) * heard(document.page),
          share,
        },
      ];
    });
    return firstOfEachId(hits.sort((a, b) => b.score - a.score));
  };
  return { knowledge, search, speaksOfSend: (text) => reader.speaksOfSend(wordsOf(text)) };
}

/** Nought leaves a page out before it is scored. */
function placeWeight(
  of: string | null | undefined,
  reader: string | null,
  boost: { ownCouncil: number; otherCouncil: number },
): number {
  if (of === null || of === undefined) return 1;
  if (reader === null) return boost.otherCouncil;
  return of === reader ? boost.ownCouncil : 0;
}

function firstOfEachId(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ page }) => !seen.has(page.id) && seen.add(page.id));
}
