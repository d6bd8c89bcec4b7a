/** What was said is there again: after a reload, on another page, in another tab. */
import { describe, expect, test } from 'vitest';
import { getAnswer, inLog, openChat, said, say } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();

describe('history', () => {
  test('survives a reload, and nothing is shown twice', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    const before = await said(page);
    await page.reload();
    await page.locator('article.bot .after').waitFor();
    expect(await said(page)).toEqual(before);
  });

  test('survives a change of page on the council site', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    const before = await said(page);
    await page.goto(`${at.service.url}/contacts?council=dudley`);
    await page.goto(`${at.service.url}/chat?council=dudley`);
    await page.locator('article.bot .after').waitFor();
    expect(await said(page)).toEqual(before);
  });

  test('is the same in two tabs, also for what is said later in one of them', async () => {
    const one = await openChat(at.context, at.service.url);
    const two = await openChat(at.context, at.service.url);
    await getAnswer(one);
    await two.locator('article.bot .after').waitFor();
    await say(two, 'thank you');
    await inLog(one, "You're welcome").waitFor();
    await inLog(two, "You're welcome").waitFor();
    expect(await said(one)).toEqual(await said(two));
    expect(new Set(await said(one)).size).toBe((await said(one)).length);
    expect(at.service.conversations.size).toBe(1);
  });

  test('is one conversation when two tabs begin in the same instant', async () => {
    const tabs = [await openChat(at.context, at.service.url), await openChat(at.context, at.service.url)];
    await Promise.all(tabs.map((tab) => say(tab, 'hello')));
    for (const tab of tabs) {
      await expect
        .poll(async () => (await said(tab)).filter((one) => one === 'family: hello').length)
        .toBe(2);
    }
    expect(at.service.conversations.size).toBe(1);
  });

  test('of one council is not shown in the chat of another', async () => {
    await getAnswer(await openChat(at.context, at.service.url, 'dudley'));
    const other = await openChat(at.context, at.service.url, 'leicester');
    await say(other, 'hello');
    await inLog(other, 'Hello. Tell me in your own words').waitFor();
    expect(await other.locator('article.family').count()).toBe(1);
  });
});
