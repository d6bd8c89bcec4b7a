/** A council's site: another origin than ours, with a policy of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';

const PAGE = (body: string) =>
  `<!doctype html><html lang="en"><title>Council</title><h1>Council</h1><p>Words.</p><button id="own">Own</button>${body}</html>`;

export interface CouncilSite {
  /** "localhost" is another site than "127.0.0.1": a third party, as on a real council page. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * `/frame` shows the chat in a plain frame, every other page has the one line that embeds it.
 * @param service where the chat is, unless a page's `?service=` says otherwise
 */
export async function councilSite(service: () => string): Promise<CouncilSite> {
  const site = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://here');
    const ours = url.searchParams.get('service') ?? service();
    const line =
      url.pathname === '/frame'
        ? `<iframe title="Chat" src="${ours}/chat?council=dudley"></iframe>`
        : `<script src="${ours}/widget.js" data-council="dudley" defer></script>`;
    response.setHeader('content-type', 'text/html');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${ours}; frame-src ${ours}; style-src 'none'; img-src 'self'`,
    );
    response.end(PAGE(line));
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(site.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => site.close(() => resolve())),
  };
}

export const launcher = (page: Page) => page.getByRole('button', { name: 'Chat about SEND' });

/** The chat inside the page, once it is there. */
export async function chatIn(page: Page) {
  await page.frameLocator('iframe').getByLabel('Your message').waitFor();
  const frame = page.frames().find((one) => one.url().includes('/chat'));
  if (frame === undefined) throw new Error('there is no frame');
  return frame;
}
