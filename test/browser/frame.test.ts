/** The frame itself: without the launcher, and when it does not come. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CouncilSite, chatIn, councilSite, launcher } from './support/council-site.ts';
import { getAnswer, openBrowser } from './support/family.ts';
import { type Service, startService } from './support/service.ts';

let site: CouncilSite;
let origin: string;
let service: Service;
/** One that does not know this site. */
let stranger: Service;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  site = await councilSite(() => service.url);
  ({ origin } = site);
  service = await startService({ origins: [origin] });
  stranger = await startService();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  await stranger.stop();
  await site.close();
});
beforeEach(async () => {
  service.conversations.clear();
  context = await browser.newContext();
});
afterEach(() => context.close());

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
    await getAnswer(await chatIn(page));
  });

  test('is refused to a site that the council did not name', async () => {
    const page = await context.newPage();
    await page.goto(`${origin}/frame?service=${encodeURIComponent(stranger.url)}`);
    await page.waitForLoadState('networkidle');
    expect(await page.frameLocator('iframe').getByLabel('Your message').count()).toBe(0);
  });
});
