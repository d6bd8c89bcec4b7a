/** Every page and pathway as a family would see it, as plain web pages for editors to read through. */
import MarkdownIt from 'markdown-it';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { pagesFor } from '../../knowledge/merge/pages-for.ts';
import { render } from '../../knowledge/merge/render.ts';
import { sourceLine } from '../../knowledge/merge/source-line.ts';
import type { IsoDate } from '../../shared/vocabulary.ts';
import { htmlPage } from './html-page.ts';
import { pathwaySheets } from './pathway-sheets.ts';
import { folderOf, type Sheet } from './sheet.ts';

/** Path to HTML, to be written into one folder and read from `index.html`. */
export function preview(knowledge: Knowledge, today: IsoDate): ReadonlyMap<string, string> {
  const markdown = new MarkdownIt({ html: false });
  const groups = [null, ...knowledge.councils.keys()].map((council) => ({
    name: council === null ? 'No council named' : (knowledge.councils.get(council)?.name ?? council),
    sheets: [...pageSheets(knowledge, council), ...pathwaySheets(knowledge, council, today)],
  }));
  const index = groups.map(({ name, sheets }) =>
    [`## ${name}`, sheets.map(({ path, title }) => `- [${title}](${path})`).join('\n')].join('\n\n'),
  );
  return new Map([
    ['index.html', htmlPage('Preview', markdown.render(`# Preview\n\n${index.join('\n\n')}`))],
    ...groups.flatMap(({ sheets }) =>
      sheets.map((sheet): [string, string] => [
        sheet.path,
        htmlPage(sheet.title, markdown.render(`# ${sheet.title}\n\n${sheet.markdown}`)),
      ]),
    ),
  ]);
}

function pageSheets(knowledge: Knowledge, council: string | null): Sheet[] {
  return [...pagesFor(knowledge, council).values()].map((page) => ({
    path: `${folderOf(council)}/${page.id}.html`,
    title: page.title,
    markdown: `${render(page.body, knowledge, council)}\n\n${sourceLine(page.sources, knowledge.answerWording)}`,
  }));
}
