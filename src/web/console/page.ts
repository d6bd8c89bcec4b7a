import type { HttpResponse } from '../../channels/route.ts';
import { type HtmlPage, htmlPage } from '../html-page.ts';

export interface Page extends Omit<HtmlPage, 'framedBy'> {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page for advisers: framed by nobody and kept by nobody. */
export function page({ status, headers, ...shown }: Page): HttpResponse {
  const { html, csp } = htmlPage({ ...shown, framedBy: "'none'" });
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
