import { createHash } from 'node:crypto';
import type { ViewNode } from './view/node.ts';
import { escapeHtml, toHtml } from './view/to-html.ts';

export interface HtmlPage {
  readonly title: string;
  /** Written into the page, in this order. */
  readonly styles: readonly string[];
  /** The address of a style sheet that is loaded; null: none. */
  readonly styleSheet: string | null;
  readonly script: string | null;
  /** Where the browser thinks we are: `https://host:port`. */
  readonly ownOrigin: string;
  /** Who may show it in a frame, as `frame-ancestors` writes it. */
  readonly framedBy: string;
  readonly body: readonly ViewNode[];
}

/** A page of ours and the policy it is served with: no script and no style but these very ones. */
export function htmlPage(page: HtmlPage): { readonly html: string; readonly csp: string } {
  const { title, styles, styleSheet, script, ownOrigin, framedBy, body } = page;
  const mayStyle = [...(styleSheet === null ? [] : ["'self'"]), ...styles.map(hashOf)];
  const csp = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${mayStyle.join(' ')}`,
    "img-src 'self'",
    // Older browsers do not count a WebSocket of the same host as 'self'.
    `connect-src 'self' ${ownOrigin.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "base-uri 'none'",
    // Nothing may ever turn text into markup: the browser itself refuses it.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');
  const styled = styleSheet === null ? '' : `<link rel="stylesheet" href="${styleSheet}">`;
  const inline = styles.map((css) => `<style>${css}</style>`).join('');
  const loaded = script === null ? '' : `<script type="module" src="${script}"></script>`;
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><link rel="icon" href="/widget/icon.svg">${styled}${inline}${loaded}</head>
${toHtml(body)}</html>
`;
  return { html, csp };
}

function hashOf(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
