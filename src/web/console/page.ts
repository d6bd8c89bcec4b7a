import { createHash } from 'node:crypto';
import type { HttpResponse } from '../../channels/route.ts';
import type { ViewNode } from '../widget/view/node.ts';
import { escapeHtml, toHtml } from '../widget/view/to-html.ts';

export interface Page {
  readonly status: number;
  readonly title: string;
  /** Either written into the page, or loaded with the script. */
  readonly style: { readonly inline: string } | { readonly path: string };
  readonly script: string | null;
  /** Where the browser thinks we are. */
  readonly origin: string;
  readonly body: readonly ViewNode[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page for advisers: loads nothing but our own, is framed by nobody and kept by nobody. */
export function page({ status, title, style, script, origin, body, headers }: Page): HttpResponse {
  const inline = 'inline' in style;
  const csp = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${inline ? `'sha256-${createHash('sha256').update(style.inline).digest('base64')}'` : "'self'"}`,
    "img-src 'self'",
    // Older browsers do not count a WebSocket of the same host as 'self'.
    `connect-src 'self' ${origin.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const styled = inline ? `<style>${style.inline}</style>` : `<link rel="stylesheet" href="${style.path}">`;
  const loaded = script === null ? '' : `<script type="module" src="${script}"></script>`;
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><link rel="icon" href="/widget/icon.svg">${styled}${loaded}</head>
${toHtml(body)}</html>
`;
  return {
    status,
    headers: {
      'content-security-policy': csp,
      'cache-control': 'no-store',
      // With no-referrer a form would come without an Origin, and could not be told from another site's.
      'referrer-policy': 'same-origin',
      ...headers,
    },
    body: { content: html, type: 'text/html; charset=utf-8' },
  };
}
