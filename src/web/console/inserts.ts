import type { Knowledge } from '../../knowledge/knowledge.ts';
import { pageFor, uniqueSources } from '../../knowledge/merge/pages-for.ts';
import { contactsIn, render } from '../../knowledge/merge/render.ts';
import { overdueLines, sourceLine } from '../../knowledge/merge/source-line.ts';
import type { Page } from '../../knowledge/schema/page.ts';
import type { Search } from '../../knowledge/search.ts';
import { answer } from '../../pathways/answer.ts';
import { pathway } from '../../pathways/pathway.ts';
import type { Situation } from '../../pathways/schema.ts';
import type { IsoDate } from '../../shared/vocabulary.ts';
import type { Insert } from './api.ts';

const MOST = 8;

export interface InsertsAsked {
  readonly council: string;
  readonly words: string;
  /** Of the case that the adviser has open: its own steps come first. */
  readonly situation: Situation | null;
  readonly today: IsoDate;
}

/** What an adviser can put into a reply: reviewed words with their sources. */
export function inserts(search: Search, { council, words, situation, today }: InsertsAsked): Insert[] {
  const { knowledge } = search;
  const own = situation === null ? null : pathway(situation, { today, knowledge });
  const ids =
    words === '' ? (own?.pages ?? []) : search.search(words, { council }).map(({ page }) => page.id);
  const pages = ids.slice(0, MOST).flatMap((id) => pageFor(knowledge, council, id) ?? []);
  return [
    ...(own === null
      ? []
      : [{ id: `pathway-${own.route}`, title: 'This family’s steps', text: answer(own, { knowledge }) }]),
    ...pages.map((page) => pageInsert(page, knowledge, council, today)),
  ];
}

function pageInsert(page: Page, knowledge: Knowledge, council: string, today: IsoDate): Insert {
  const wording = knowledge.answerWording;
  const contacts = contactsIn(page.body, knowledge, council);
  const sources = uniqueSources([...page.sources, ...contacts.flatMap(({ sources }) => sources.slice(0, 1))]);
  const text = [
    `**${page.title}**`,
    render(page.body, knowledge, council).trim(),
    ...overdueLines(page.reviewBy < today ? [page] : [], wording),
    sourceLine(sources, wording),
  ].join('\n\n');
  return { id: page.id, title: page.title, text };
}
