import { describe, expect, test } from 'vitest';
import { chatIn, launcher } from './support/council-site.ts';
import { councilStage } from './support/council-stage.ts';
import { getAnswer } from './support/family.ts';

const at = councilStage();

describe('the one line on a council page', () => {
  test('asks for one thing before a click, moves nothing and keeps nothing', async () => {
    const page = await at.context.newPage();
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
    await page.goto(at.site.origin, { waitUntil: 'networkidle' });
    await launcher(page).waitFor();
    // Two frames, so that whatever the launcher did to the page has been drawn and measured.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(asked.filter((url) => url.startsWith(at.service.url))).toEqual([`${at.service.url}/widget.js`]);
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
    expect(await at.context.cookies()).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe('{}');
    expect(
      await page.evaluate(() => Object.keys(globalThis).filter((name) => /signpost/i.test(name))),
    ).toEqual([]);
  });

  test('opens the chat in a frame, works under a strict policy, and the page stays usable', async () => {
    const page = await at.context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.goto(at.site.origin);
    await launcher(page).click();
    await getAnswer(await chatIn(page));
    await page.locator('#own').click({ trial: true });
    expect(refused).toEqual([]);
  });

  test('is found again on the next page, with everything that was said', async () => {
    const page = await at.context.newPage();
    await page.goto(at.site.origin);
    await launcher(page).click();
    const first = page.frameLocator('iframe');
    await first.getByLabel('Your message').fill('hello');
    await first.getByRole('button', { name: 'Send' }).click();
    await first.locator('#log').getByText('Hello. Tell me in your own words').waitFor();
    await page.goto(`${at.site.origin}/other-page`);
    await launcher(page).click();
    await page.frameLocator('iframe').locator('#log').getByText('Hello. Tell me in your own words').waitFor();
    expect(await page.frameLocator('iframe').locator('article').count()).toBe(3);
  });

  test('puts the focus into the chat, and back on the button when it is closed', async () => {
    const page = await at.context.newPage();
    await page.goto(at.site.origin);
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
  await at.context.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather' }));
  const page = await at.context.newPage();
  await page.goto(`${at.site.origin}/before`);
  await page.goto(`${at.site.origin}/send-help`);
  await launcher(page).click();
  await page.frameLocator('iframe').getByRole('link', { name: 'Exit this page' }).click();
  await page.waitForURL('https://www.bbc.co.uk/weather');
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/before');
});
