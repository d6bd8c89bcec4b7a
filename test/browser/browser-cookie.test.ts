/** A conversation belongs to the browser that it was begun in. */
import type { BrowserContext } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { call } from '../conformance/support/http.ts';
import { getAnswer, inLog, LETTER, openChat, said, say } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();

/** The token that the browser keeps, as somebody would copy it. */
async function keptToken(context: BrowserContext): Promise<{ token: string; id: string }> {
  const [page] = context.pages();
  return page?.evaluate(() => JSON.parse(localStorage.getItem('signpost dudley') ?? '{}')) as Promise<{
    token: string;
    id: string;
  }>;
}
const read = ({ token, id }: { token: string; id: string }, cookie = '') =>
  call(`${at.service.url}/v3/directline/conversations/${id}/activities`, { token, headers: { cookie } });

describe('a browser that keeps cookies', () => {
  test('holds one, out of reach of scripts, that says nothing of the conversation', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    const cookies = await at.context.cookies();
    expect(cookies).toMatchObject([
      { name: '__Host-signpost', httpOnly: true, secure: true, sameSite: 'None', path: '/' },
    ]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  test('is the only one that its token works in', async () => {
    await getAnswer(await openChat(at.context, at.service.url));
    const stolen = await keptToken(at.context);
    expect((await read(stolen)).status).toBe(403);
    const [cookie] = await at.context.cookies();
    expect((await read(stolen, `${cookie?.name}=${cookie?.value}`)).status).toBe(200);
  });

  test('goes on after a reload and in another tab', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    await page.reload();
    await page.locator('article.bot .after').waitFor();
    const tab = await openChat(at.context, at.service.url);
    await tab.locator('article.bot .after').waitFor();
    await say(tab, 'thank you');
    await inLog(page, "You're welcome").waitFor();
    expect(at.service.conversations.size).toBe(1);
  });

  test('and another one with the stolen token is told that the chat is closed, and reads nothing', async () => {
    await getAnswer(await openChat(at.context, at.service.url));
    const stolen = await keptToken(at.context);
    const thief = await at.visitor();
    await thief.addInitScript((session) => {
      localStorage.setItem('signpost dudley', JSON.stringify(session));
    }, stolen);
    const page = await openChat(thief, at.service.url);
    await inLog(page, 'Your earlier chat was closed').waitFor();
    expect(await page.getByText(LETTER).count()).toBe(0);
  });
});

describe('a browser that keeps no cookies', () => {
  test.each([true, false])(
    'has one conversation all the same; with script: %s',
    async (javaScriptEnabled) => {
      const visitor = await at.visitor({ javaScriptEnabled });
      const page = await openChat(visitor, at.service.url);
      await visitor.clearCookies();
      await getAnswer(page);
      await say(page, 'thank you');
      await inLog(page, "You're welcome").waitFor();
      expect(await visitor.cookies()).toEqual([]);
      expect((await said(page)).filter((one) => one.startsWith('family'))).toHaveLength(2);
      expect(at.service.conversations.size).toBe(1);
      expect(await page.getByText('Your earlier chat was closed').count()).toBe(0);
    },
  );

  test('finds it again after a reload', async () => {
    const page = await openChat(at.context, at.service.url);
    await at.context.clearCookies();
    await getAnswer(page);
    await page.reload();
    await at.context.clearCookies();
    await page.locator('article.bot .after').waitFor();
    await say(page, 'thank you');
    await inLog(page, "You're welcome").waitFor();
    expect(at.service.conversations.size).toBe(1);
  });
});
