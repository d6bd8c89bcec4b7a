/** Some families share a home with somebody they fear. */
import { describe, expect, test } from 'vitest';
import { APPEAL_DAY, getAnswer, inLog, LETTER, openChat } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();

describe('those who share a home with somebody they fear', () => {
  test('can have everything forgotten, in every tab', async () => {
    const page = await openChat(at.context, at.service.url);
    const other = await openChat(at.context, at.service.url);
    await getAnswer(page);
    await other.locator('article.bot .after').waitFor();
    await page.getByRole('button', { name: 'Forget this conversation' }).click();
    for (const tab of [page, other]) {
      await inLog(tab, 'I have deleted what you wrote here').waitFor();
      expect(await tab.getByText(LETTER).count()).toBe(0);
      expect(await tab.getByText(APPEAL_DAY).count()).toBe(0);
    }
    await page.reload();
    await inLog(page, 'I have deleted what you wrote here').waitFor();
    expect(await page.getByText(LETTER).count()).toBe(0);
  });

  test('can leave at once: the way back does not lead here and nothing is kept', async () => {
    await at.context.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather' }));
    const page = await at.context.newPage();
    await page.goto(`${at.service.url}/contacts`);
    await page.goto(`${at.service.url}/chat?council=dudley`);
    await getAnswer(page);
    await page.getByRole('link', { name: 'Exit this page' }).click();
    await page.waitForURL('https://www.bbc.co.uk/weather');
    await expect.poll(() => at.context.cookies()).toEqual([]);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/contacts');
    await page.goto(`${at.service.url}/chat?council=dudley`);
    await page.getByText('Tell me in your own words').waitFor();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe('{}');
    expect(await page.locator('article.family').count()).toBe(0);
  });

  test('have none of their words kept in the browser', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(Object.keys(JSON.parse(kept))).toEqual(['signpost dudley']);
    expect(kept).not.toMatch(/refused|EHCP|November/);
    const cookies = await at.context.cookies();
    expect(cookies.map(({ name }) => name)).toEqual(['__Host-signpost']);
    expect(cookies[0]?.value).toMatch(/^[0-9a-f-]{36}$/);
  });
});
