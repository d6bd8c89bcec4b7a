/** The best page as a family of that council reads it, the next one when it is as good, and where to go on. */

import { fill } from '../../shared/fill.ts';
import type { IsoDate } from '../../shared/vocabulary.ts';
import type { Knowledge } from '../knowledge.ts';
import { contactLines } from '../merge/contacts.ts';
import { pageFor, uniqueSources } from '../merge/pages-for.ts';
import { contactsIn, render } from '../merge/render.ts';
import { overdueLines, sourceLine } from '../merge/source-line.ts';
import type { Hit } from '../search.ts';
import { seeAlso } from './see-also.ts';
import { shownPages } from './shown-pages.ts';

export interface Reader {
  readonly knowledge: Knowledge;
  readonly council: string | null;
  readonly today: IsoDate;
}

const SENDIASS = '{{contact:sendiass}}';

/** Markdown: one page or two, "See also", SENDIASS, the sources. */
export function composeAnswer(hits: readonly Hit[], { knowledge, council, today }: Reader): string {
  const wording = knowledge.answerWording;
  const shown = shownPages(hits, knowledge, council);
  const bodies = shown.flatMap(({ page, reader, foreign }, rank) => [
    ...(rank === 0 ? [] : [`**${page.title}**`]),
    ...(foreign === null ? [] : [fill(wording.otherCouncil, { place: foreign })]),
    render(page.body, knowledge, reader),
  ]);
  const sendiass = contactLines(knowledge, council, 'sendiass');
  const missing = shown.some(({ page }) => page.body.includes(SENDIASS)) ? [] : sendiass;
  const contacts = [
    ...shown.flatMap(({ page, reader }) => contactsIn(page.body, knowledge, reader)),
    ...(missing.length === 0 ? [] : contactsIn(SENDIASS, knowledge, council)),
  ];
  const pages = shown.map(({ page }) => page);
  const sources = uniqueSources([
    ...pages.flatMap((page) => page.sources),
    ...contacts.flatMap((contact) => contact.sources.slice(0, 1)),
  ]);
  const overdue = pages.filter(({ reviewBy }) => reviewBy < today);
  const further = seeAlso(pages, hits, (id) => pageFor(knowledge, council, id));
  return [
    ...withoutRepeats(bodies),
    ...(further.length === 0 ? [] : [`${wording.seeAlso} ${further.join(' · ')}`]),
    ...(missing.length === 0 ? [] : [missing.map((line) => `- ${line}`).join('\n')]),
    ...overdueLines(overdue, wording),
    sourceLine(sources, wording),
  ].join('\n\n');
}

/** A contact that the local page and the national one both give is given once. */
function withoutRepeats(bodies: readonly string[]): string[] {
  const given = new Set<string>();
  const isNew = (line: string) => !line.startsWith('- **') || (!given.has(line) && given.add(line));
  return bodies.map((body) =>
    body
      .split('\n')
      .filter(isNew)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
}
