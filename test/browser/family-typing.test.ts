/** An adviser sees that the family is writing; the program never does. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { asAdviser, becomes, says } from './support/adviser.ts';
import { getAnswer, inLog, openChat, say } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();

const open = async () => {
  const page = await openChat(at.context, at.service.url);
  await getAnswer(page);
  return page;
};
/** What the family's browser tells the service of their typing. */
const typings = (page: Page) => {
  const told: string[] = [];
  page.on('request', (request) => {
    const body = request.method() === 'POST' ? (request.postData() ?? '') : '';
    if (body.includes('"typing"')) told.push(body);
  });
  return told;
};

describe('what a family is typing', () => {
  test('is told to nobody while only the program is there', async () => {
    const page = await open();
    const told = typings(page);
    await page.getByLabel('Your message').pressSequentially('not yet');
    await asAdviser(at.service, becomes('accepted'));
    await inLog(page, 'Asha has joined.').waitFor();
    await asAdviser(at.service, becomes('completed'));
    await inLog(page, 'Asha has left.').waitFor();
    await page.getByLabel('Your message').pressSequentially(' and no more');
    await say(page, 'thank you');
    await inLog(page, "You're welcome").waitFor();
    expect(told).toEqual([]);
  });

  test('is told while a person is there, every three seconds at most, without a word of it', async () => {
    const page = await openChat(at.context, at.service.url);
    await page.clock.install();
    await getAnswer(page);
    await asAdviser(at.service, becomes('accepted'));
    await inLog(page, 'Asha has joined.').waitFor();
    const told = typings(page);
    const box = page.getByLabel('Your message');
    for (const words of ['my lad', ' cries', ' every']) await box.pressSequentially(words);
    await expect.poll(() => told.length).toBe(1);
    await page.clock.fastForward(3_100);
    await box.pressSequentially(' morning');
    await expect.poll(() => told.length).toBe(2);
    expect(told).toEqual(Array(2).fill('{"type":"typing"}'));
  });

  test('is told again after the page was loaded again, since the person is still there', async () => {
    const page = await open();
    await asAdviser(at.service, becomes('accepted'), says('Hello'));
    await page.locator('article.adviser').waitFor();
    await page.reload();
    await page.locator('article.adviser').waitFor();
    const told = typings(page);
    await page.getByLabel('Your message').pressSequentially('hello');
    await expect.poll(() => told.length).toBe(1);
  });
});
