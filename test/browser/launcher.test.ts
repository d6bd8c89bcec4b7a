import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '../conformance/support/http.ts';
import { asAdviser, becomes, says } from './support/adviser.ts';
import { getAnswer, openBrowser } from './support/family.ts';
import { type Service, startService } from './support/service.ts';

/** A council's site: another origin than ours, with a policy of its own. */
let site: Server;
let origin: string;
let service: Service;
let stranger: Service;
let browser: Browser;
let context: BrowserContext;

const PAGE = (body: string) =>
  `<!doctype html><html lang="en"><title>Council</title><h1>Council</h1><p>Words.</p><button id="own">Own</button>${body}</html>`;

beforeAll(async () => {
  site = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://here');
    const ours = url.searchParams.get('service') ?? service.url;
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
  // "localhost" is another site than "127.0.0.1": a third party, as on a real council page.
  origin = `http://localhost:${(site.address() as AddressInfo).port}`;
  service = await startService({ origins: [origin] });
  stranger = await startService();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  await stranger.stop();
  await new Promise((resolve) => site.close(resolve));
});
beforeEach(async () => {
  service.conversations.clear();
  context = await browser.newContext();
});
afterEach(() => context.close());

const launcher = (page: Page) => page.getByRole('button', { name: 'Chat about SEND' });

describe('the one line on a council page', () => {
  test('asks for one thing before a click, moves nothing and keeps nothing', async () => {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(origin, { waitUntil: 'networkidle' });
    await launcher(page).waitFor();
    // Two frames, so that whatever the launcher did to the page has been drawn and measured.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(asked.filter((url) => url.startsWith(service.url))).toEqual([`${service.url}/widget.js`]);
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe('{}');
    expect(
      await page.evaluate(() => Object.keys(globalThis).filter((name) => /signpost/i.test(name))),
    ).toEqual([]);
  });

  test('opens the chat in a frame, works under a strict policy, and the page stays usable', async () => {
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.goto(origin);
    await launcher(page).click();
    await page.frameLocator('iframe').getByLabel('Your message').waitFor();
    const frame = page.frames().find((one) => one.url().includes('/chat'));
    if (frame === undefined) throw new Error('there is no frame');
    await getAnswer(frame);
    await page.locator('#own').click({ trial: true });
    expect(refused).toEqual([]);
  });

  test('is found again on the next page, with everything that was said', async () => {
    const page = await context.newPage();
    await page.goto(origin);
    await launcher(page).click();
    const first = page.frameLocator('iframe');
    await first.getByLabel('Your message').fill('hello');
    await first.getByRole('button', { name: 'Send' }).click();
    await first.locator('#log').getByText('Hello. Tell me in your own words').waitFor();
    await page.goto(`${origin}/other-page`);
    await launcher(page).click();
    await page.frameLocator('iframe').locator('#log').getByText('Hello. Tell me in your own words').waitFor();
    expect(await page.frameLocator('iframe').locator('article').count()).toBe(3);
  });

  test('puts the focus into the chat, and back on the button when it is closed', async () => {
    const page = await context.newPage();
    await page.goto(origin);
    const active = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName);
    await launcher(page).click();
    await expect.poll(() => page.frameLocator('iframe').locator(':focus').count()).toBe(1);
    expect(await active()).toBe('IFRAME');
    await page.keyboard.press('Escape');
    await launcher(page).waitFor();
    expect(await active()).toBe('BUTTON');
    await launcher(page).click();
    await expect.poll(active).toBe('IFRAME');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await active()).toBe('BUTTON');
  });
});

test('exit this page leaves the council page too, and the way back does not lead to it', async () => {
  await context.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather' }));
  const page = await context.newPage();
  await page.goto(`${origin}/before`);
  await page.goto(`${origin}/send-help`);
  await launcher(page).click();
  await page.frameLocator('iframe').getByRole('link', { name: 'Exit this page' }).click();
  await page.waitForURL('https://www.bbc.co.uk/weather');
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/before');
});

describe('a chat that was closed', () => {
  const closed = async () => {
    const page = await context.newPage();
    await page.goto(origin);
    await launcher(page).click();
    await page.frameLocator('iframe').getByLabel('Your message').waitFor();
    const frame = page.frames().find((one) => one.url().includes('/chat'));
    if (frame === undefined) throw new Error('there is no frame');
    await getAnswer(frame);
    await page.getByRole('button', { name: 'Close' }).click();
    return { page, frame };
  };

  test('says on its button that something came, to the eye and to the ear', async () => {
    const { page, frame } = await closed();
    expect(await launcher(page).textContent()).not.toMatch(/[1-9]/);
    await asAdviser(service, becomes('accepted'));
    const one = page.getByRole('button', { name: 'Chat about SEND, 1 new message', exact: true });
    await one.waitFor();
    expect(await one.locator('b').isVisible()).toBe(true);
    expect(await page.getByRole('status').textContent()).toBe('1 new message');
    await asAdviser(service, says('Hello, how can I help?'));
    const two = page.getByRole('button', { name: 'Chat about SEND, 2 new messages', exact: true });
    await two.waitFor();
    await two.click();
    // What came is shown, and heard now that it can be.
    const words = frame.locator('#log').getByText('Hello, how can I help?');
    await expect
      .poll(() => words.evaluate((it) => it.getBoundingClientRect().bottom < innerHeight))
      .toBe(true);
    await frame.locator('#heard').getByText('Asha: Hello, how can I help?').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Chat about SEND', exact: true }).waitFor();
  });

  test('counts nothing while it is open', async () => {
    const { page, frame } = await closed();
    await launcher(page).click();
    await asAdviser(service, says('Hello'));
    await frame.locator('article.adviser').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Chat about SEND', exact: true }).waitFor();
  });

  test('listens to nobody but its own frame, and its frame to nobody but the page around it', async () => {
    const { page, frame } = await closed();
    await page.evaluate(() => window.postMessage({ signpost: 'news' }, '*'));
    await frame.evaluate(() => window.postMessage({ signpost: 'opened' }, '*'));
    await asAdviser(service, says('Hello'));
    await page.getByRole('button', { name: 'Chat about SEND, 1 new message', exact: true }).waitFor();
    expect(await frame.evaluate(() => document.activeElement?.id)).not.toBe('close');
  });

  test('belongs to this browser, also in a frame on another site', async () => {
    const { frame } = await closed();
    const stolen = await frame.evaluate(() => JSON.parse(localStorage.getItem('signpost dudley') ?? '{}'));
    const path = `${service.url}/v3/directline/conversations/${stolen.id}/activities`;
    expect((await call(path, { token: stolen.token })).body.error?.code).toBe('OtherBrowser');
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: '__Host-signpost', partitionKey: 'http://localhost' });
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
    expect((await call(path, { token: stolen.token, headers })).status).toBe(200);
  });
});

describe('when the frame does not come', () => {
  test('because the council does not allow this site, the page stays usable and shows a link', async () => {
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${origin}/?service=${encodeURIComponent(stranger.url)}`);
    await launcher(page).click();
    await page.clock.fastForward(11_000);
    const alert = page.getByRole('alert');
    await alert.getByRole('link', { name: 'Open in a new tab' }).waitFor();
    expect(await alert.getByRole('link').getAttribute('href')).toBe(`${stranger.url}/chat?council=dudley`);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('#own').click();
  });

  test('because the service is down, likewise', async () => {
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(origin);
    await page.route('**/chat?*', (route) => route.abort());
    await launcher(page).click();
    await page.clock.fastForward(11_000);
    await page.getByRole('alert').getByRole('link', { name: 'Open in a new tab' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('#own').click();
  });

  test('because the browser is too old for it, a plain link stands in its place', async () => {
    const page = await context.newPage();
    await page.addInitScript('CSSStyleSheet = undefined');
    await page.goto(origin);
    await page.getByRole('link', { name: 'Open in a new tab' }).waitFor();
  });
});

describe('a plain frame, on a site that allows no script', () => {
  test('holds the same chat', async () => {
    const page = await context.newPage();
    await page.goto(`${origin}/frame`);
    const frame = page.frames().find((one) => one.url().includes('/chat'));
    if (frame === undefined) throw new Error('there is no frame');
    await getAnswer(frame);
  });

  test('is refused to a site that the council did not name', async () => {
    const page = await context.newPage();
    await page.goto(`${origin}/frame?service=${encodeURIComponent(stranger.url)}`);
    await page.waitForLoadState('networkidle');
    expect(await page.frameLocator('iframe').getByLabel('Your message').count()).toBe(0);
  });
});
