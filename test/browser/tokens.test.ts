/** How long a conversation can be gone on with, and what a family is told when it is over. */
import { describe, expect, test } from 'vitest';
import { getAnswer, inLog, openChat, say, states } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();

describe('a token', () => {
  test('is refreshed every 15 minutes, so that a slow afternoon loses nothing', async () => {
    const page = await at.context.newPage();
    await page.clock.install();
    await page.goto(`${at.service.url}/chat?council=dudley`);
    await getAnswer(page);
    for (let quarter = 0; quarter < 3; quarter += 1) {
      const refreshed = page.waitForResponse('**/tokens/refresh');
      at.service.later(15);
      await page.clock.fastForward(16 * 60_000);
      expect((await refreshed).status()).toBe(200);
    }
    await say(page, 'thank you');
    await inLog(page, "You're welcome").waitFor();
    expect(at.service.conversations.size).toBe(1);
  });

  test('that has run out is said kindly, and the message begins a new conversation', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    at.service.later(31);
    await say(page, 'hello');
    await inLog(page, 'Your earlier chat was closed').waitFor();
    await inLog(page, 'Hello. Tell me in your own words').waitFor();
    await expect.poll(() => states(page)).toEqual(['Sent', 'Sent']);
    expect(at.service.conversations.size).toBe(2);
  });

  test('that ran out while the page was closed is said kindly when it is opened again', async () => {
    await getAnswer(await openChat(at.context, at.service.url));
    at.service.later(31);
    const page = await openChat(at.context, at.service.url);
    await inLog(page, 'Your earlier chat was closed').waitFor();
    await say(page, 'hello');
    await inLog(page, 'Hello. Tell me in your own words').waitFor();
    expect(await page.locator('article.family').count()).toBe(1);
  });

  test('that nothing may be kept of lasts as long as the page', async () => {
    const page = await at.context.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      });
    });
    await page.goto(`${at.service.url}/chat?council=dudley`);
    await getAnswer(page);
    await say(page, 'thank you');
    await inLog(page, "You're welcome").waitFor();
    expect(at.service.conversations.size).toBe(1);
  });

  test('that ran out before anything was said is nobody’s business', async () => {
    const page = await openChat(at.context, at.service.url);
    await page.getByLabel('Your message').waitFor();
    at.service.later(31);
    await say(page, 'hello');
    await inLog(page, 'Hello. Tell me in your own words').waitFor();
    expect(await page.getByText('Your earlier chat was closed').count()).toBe(0);
  });
});
