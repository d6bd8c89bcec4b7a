/** A page that looks like a council's, with the one line that embeds the chat. */
import { readFileSync } from 'node:fs';
import type { Route } from '../../channels/route.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { ProblemError } from '../../shared/problem.ts';
import { escapeHtml } from '../view/to-html.ts';

/** As strict as a council's page may be: the chat has to work under it. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function demoRoutes(knowledge: () => Knowledge): Route[] {
  const html = readFileSync(new URL('index.html', import.meta.url), 'utf8');
  const style = readFileSync(new URL('style.css', import.meta.url));
  return [
    {
      method: 'GET',
      path: '/',
      csp: CSP,
      async handle({ query }) {
        const { councils } = knowledge();
        const [first] = councils.values();
        const asked = query.get('council');
        const council = asked === null ? first : councils.get(asked);
        if (council === undefined) throw new ProblemError('UnknownCouncil');
        const links = [...councils.values()].map(
          ({ slug, place }) => `<a href="/?council=${slug}">${escapeHtml(place)}</a>`,
        );
        const values: Record<string, string> = {
          slug: council.slug,
          name: escapeHtml(council.name),
          place: escapeHtml(council.place),
          others: links.join(', '),
        };
        const content = html.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
        return { status: 200, body: { content, type: 'text/html; charset=utf-8' } };
      },
    },
    {
      method: 'GET',
      path: '/demo/style.css',
      handle: async () => ({
        status: 200,
        headers: { 'cache-control': 'no-cache' },
        body: { content: style, type: 'text/css; charset=utf-8' },
      }),
    },
  ];
}
