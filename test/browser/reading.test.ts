/** A long answer is read from its beginning, and nobody is moved away from what they are reading. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { asAdviser, becomes, isSeenTyping, says } from './support/adviser.ts';
import { getAnswer, inLog, openChat, say } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();
const PHONE = { width: 360, height: 640 };
/** A desktop of 1280 by 1024 pixels at 400%. */
const ZOOMED = { width: 320, height: 256 };

/** How far below the upper edge of what is shown an element begins, in pixels. */
const below = (page: Page, selector: string, place: 'first' | 'last' = 'first') =>
  page
    .locator(selector)
    [place]()
    .evaluate((one) => {
      const scroll = document.getElementById('scroll');
      const inner = scroll !== null && getComputedStyle(scroll).overflowY === 'auto';
      return Math.round(one.getBoundingClientRect().top - (inner ? scroll.getBoundingClientRect().top : 0));
    });
const scrollTop = (page: Page) => page.locator('#scroll').evaluate((one) => Math.round(one.scrollTop));
const FIRST_REPLY = 'article.family ~ article.bot';

describe.each([
  ['a telephone', PHONE],
  ['a page zoomed to 400%', ZOOMED],
])('on %s', (_, viewport) => {
  test('an answer that is longer than the screen is shown from its beginning', async () => {
    const page = await openChat(await at.visitor({ viewport }), at.service.url);
    await getAnswer(page);
    expect(await below(page, FIRST_REPLY)).toBeGreaterThanOrEqual(0);
    expect(await below(page, FIRST_REPLY)).toBeLessThanOrEqual(10);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
  });

  test('the quick replies stand right below the last message, one step back from the box', async () => {
    const page = await openChat(await at.visitor({ viewport }), at.service.url);
    await getAnswer(page);
    const log = await page.locator('#log').evaluate((one) => one.getBoundingClientRect().bottom);
    const choices = await page.locator('#choices').evaluate((one) => one.getBoundingClientRect().top);
    expect(Math.abs(choices - log)).toBeLessThan(24);
    await page.keyboard.press('Shift+Tab');
    const focused = page.locator('#choices button:focus');
    await focused.waitFor();
    expect(await focused.isVisible()).toBe(true);
  });

  test('without script too', async () => {
    const context = await at.visitor({ viewport, javaScriptEnabled: false });
    const page = await openChat(context, at.service.url);
    await getAnswer(page);
    const top = (await page.locator('#new').boundingBox())?.y ?? -1;
    const edge = viewport === PHONE ? ((await page.locator('#scroll').boundingBox())?.y ?? -1) : 0;
    expect(top - edge).toBeGreaterThanOrEqual(0);
    expect(top - edge).toBeLessThanOrEqual(10);
  });
});

test('after the page was loaded again, the last answer is shown from its beginning', async () => {
  const page = await openChat(await at.visitor({ viewport: PHONE }), at.service.url);
  await getAnswer(page);
  await page.reload();
  await page.locator('article.bot .after').waitFor();
  await expect.poll(() => below(page, FIRST_REPLY)).toBeLessThanOrEqual(10);
});

describe('something that comes while a family reads', () => {
  const reading = async () => {
    const page = await openChat(await at.visitor({ viewport: PHONE }), at.service.url);
    await getAnswer(page);
    return page;
  };

  test('moves nothing, and a button leads to it', async () => {
    const page = await reading();
    const before = await scrollTop(page);
    await asAdviser(at.service, becomes('accepted'), says('Hello, how can I help?'));
    const button = page.getByRole('button', { name: 'New message below' });
    await button.waitFor();
    expect(await scrollTop(page)).toBe(before);
    await button.click();
    const note = inLog(page, 'Asha has joined.');
    expect(await note.evaluate((one) => one.getBoundingClientRect().bottom < innerHeight)).toBe(true);
    await inLog(page, 'Hello, how can I help?').waitFor();
    expect(await button.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
  });

  test('is no longer pointed at once they have gone there themselves', async () => {
    const page = await reading();
    await asAdviser(at.service, says('Hello'));
    const button = page.getByRole('button', { name: 'New message below' });
    await button.waitFor();
    await page.locator('#scroll').evaluate((one) => one.scrollTo(0, one.scrollHeight));
    await button.waitFor({ state: 'hidden' });
  });

  test('is followed by those who have read all', async () => {
    const page = await reading();
    await page.locator('#scroll').evaluate((one) => one.scrollTo(0, one.scrollHeight));
    for (const words of ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']) {
      await asAdviser(at.service, says(`This is ${words}.`));
      await inLog(page, `This is ${words}.`).waitFor();
    }
    expect(await below(page, 'article.adviser', 'last')).toBeLessThan(400);
    expect(await page.getByRole('button', { name: 'New message below' }).count()).toBe(0);
    await isSeenTyping(at.service, page);
    const sign = page.getByText('Asha is writing');
    await sign.waitFor();
    const [line, edge] = [await sign.boundingBox(), await page.locator('#scroll').boundingBox()];
    expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual((edge?.y ?? 0) + (edge?.height ?? 0));
  });

  test('does not hold up what they send themselves', async () => {
    const page = await reading();
    await asAdviser(at.service, says('Hello'));
    await page.getByRole('button', { name: 'New message below' }).waitFor();
    await say(page, 'thank you');
    await inLog(page, "You're welcome").waitFor();
    expect(await page.getByRole('button', { name: 'New message below' }).count()).toBe(0);
    expect(
      await inLog(page, "You're welcome").evaluate((one) => one.getBoundingClientRect().top),
    ).toBeLessThan(500);
  });
});
