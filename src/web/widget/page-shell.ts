import { createHash } from 'node:crypto';
import type { Look } from '../../knowledge/schema/look.ts';
import type { ViewNode } from './view/node.ts';
import { escapeHtml, toHtml } from './view/to-html.ts';

export interface Shell {
  readonly title: string;
  readonly look: Look;
  /** The style sheet, the same for every page. */
  readonly css: string;
  readonly script: string | null;
  /** Where the page's own service is: `https://host:port`. */
  readonly ownOrigin: string;
  /** Web origins that may show this page in a frame beside our own. */
  readonly origins: readonly string[];
  readonly body: readonly ViewNode[];
}

/** A page of ours and the policy it is served with: no script and no style but these very ones. */
export function pageShell(shell: Shell): { readonly html: string; readonly csp: string } {
  const { title, css, script, ownOrigin, origins, body } = shell;
  const colours = colourStyle(shell.look);
  const sockets = ownOrigin.replace(/^http/, 'ws');
  const csp = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${hashOf(css)} ${hashOf(colours)}`,
    "img-src 'self'",
    `connect-src 'self' ${sockets}`,
    "form-action 'self'",
    "base-uri 'none'",
    // Nothing in the chat may ever turn text into markup: the browser itself refuses it.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    `frame-ancestors 'self' ${origins.map((one) => new URL(one).origin).join(' ')}`.trim(),
  ].join('; ');
  const loaded = script === null ? '' : `<script type="module" src="${script}"></script>`;
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><link rel="icon" href="/widget/icon.svg"><style>${css}</style><style>${colours}</style>${loaded}</head>
${toHtml(body)}</html>
`;
  return { html, csp };
}

/** The council's colours. They were checked when they were loaded, and hold nothing but `#` and digits. */
function colourStyle({ colours, dark }: Look): string {
  const one = (pair: Look['colours']) => `:root{--main:${pair.main};--on-main:${pair.onMain}}`;
  return `${one(colours)}@media(prefers-color-scheme:dark){${one(dark)}}`;
}

function hashOf(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
