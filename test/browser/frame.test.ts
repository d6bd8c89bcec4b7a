/** The frame itself: without the launcher, and when it does not come. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatIn, launcher } from './support/council-site.ts';
import { councilStage } from './support/council-stage.ts';
import { getAnswer } from './support/family.ts';
import { type Service, startService } from './support/service.ts';

const at = councilStage();
/** One that does not know this site. */
let stranger: Service;
beforeAll(async () => {
  stranger = await startService();
});
afterAll(() => stranger.stop());

describe('when the frame does not come', () => {
  test('because the council does not allow this site, the page stays usable and shows a link', async () => {
    const page = await at.context.newPage();
    await page.clock.install();
    await page.goto(`${at.site.origin}/?service=${encodeURIComponent(stranger.url)}`);
    await launcher(page).click();
    await page.clock.fastForward(11_000);
    const alert = page.getByRole('alert');
    await alert.getByRole('link', { name: 'Open in a new tab' }).waitFor();
    expect(await alert.getByRole('link').getAttribute('href')).toBe(`${stranger.url}/chat?council=dudley`);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('#own').click();
  });

  test('because the service is down, likewise', async () => {
    const page = await at.context.newPage();
    await page.clock.install();
    await page.goto(at.site.origin);
    await page.route('**/chat?*', (route) => route.abort());
    await launcher(page).click();
    await page.clock.fastForward(11_000);
    await page.getByRole('alert').getByRole('link', { name: 'Open in a new tab' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('#own').click();
  });

  test('because the browser is too old for it, a plain link stands in its place', async () => {
    const page = await at.context.newPage();
    await page.addInitScript('CSSStyleSheet = undefined');
    await page.goto(at.site.origin);
    await page.getByRole('link', { name: 'Open in a new tab' }).waitFor();
  });
});

describe('a plain frame, on a site that allows no script', () => {
  test('holds the same chat', async () => {
    const page = await at.context.newPage();
    await page.goto(`${at.site.origin}/frame`);
    await getAnswer(await chatIn(page));
  });

  test('is refused to a site that the council did not name', async () => {
    const page = await at.context.newPage();
    await page.goto(`${at.site.origin}/frame?service=${encodeURIComponent(stranger.url)}`);
    await page.waitForLoadState('networkidle');
    expect(await page.frameLocator('iframe').getByLabel('Your message').count()).toBe(0);
  });
});
