/** A plain demonstration council page with a chat good enough to talk to; no cookie, nothing from elsewhere. */
import { readFileSync } from 'node:fs';
import { json, type Route } from '../../channels/route.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const FILES = [
  { path: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/demo/chat.js', file: 'chat.js', type: 'text/javascript; charset=utf-8' },
  { path: '/demo/markdown.js', file: 'markdown.js', type: 'text/javascript; charset=utf-8' },
  { path: '/demo/style.css', file: 'style.css', type: 'text/css; charset=utf-8' },
] as const;

export function demoRoutes(knowledge: () => Knowledge): Route[] {
  const files = FILES.map(({ path, file, type }): Route => {
    const content = readFileSync(new URL(file, import.meta.url));
    return {
      method: 'GET',
      path,
      csp: CSP,
      handle: async () => ({
        status: 200,
        body: { content, type },
        headers: { 'cache-control': 'no-cache' },
      }),
    };
  });
  const councils: Route = {
    method: 'GET',
    path: '/demo/councils',
    handle: async () =>
      json(
        200,
        [...knowledge().councils.values()].map(({ slug, name }) => ({ slug, name })),
      ),
  };
  return [...files, councils];
}
