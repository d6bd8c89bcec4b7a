/** axe finds nothing, in any state that a family can see. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { asAdviser, becomes, isSeenTyping, says } from './support/adviser.ts';
import { getAnswer, inLog, openChat, say } from './support/family.ts';
import { stage } from './support/stage.ts';
import { violations } from './support/violations.ts';

const at = stage();

/** Each state that a family can see, and the way into it. */
const STATES: [string, (page: Page) => Promise<void>][] = [
  ['open, before anything is said', async () => {}],
  [
    'typing',
    async (page) => {
      at.service.hold = new Promise(() => {});
      await say(page, 'hello');
      await page.getByText('Signpost is writing').waitFor();
    },
  ],
  ['an answer with quick replies, days and a rating', getAnswer],
  [
    'an error with a retry',
    async (page) => {
      await page.route('**/activities', (route) => route.fulfill({ status: 415, json: {} }));
      await say(page, 'hello');
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  ],
  [
    'offline',
    async (page) => {
      await page.context().setOffline(true);
      await page.getByText('You are offline').waitFor();
    },
  ],
  [
    'a person joined and left',
    async (page) => {
      await getAnswer(page);
      await asAdviser(at.service, becomes('accepted'), says('Hello, how can I help?'), becomes('completed'));
      await page.getByRole('group', { name: 'Did talking to a person help?' }).waitFor();
    },
  ],
  [
    'a person is writing, below what is read',
    async (page) => {
      await getAnswer(page);
      await asAdviser(at.service, becomes('accepted'));
      await inLog(page, 'Asha has joined.').waitFor();
      await isSeenTyping(at.service, page);
      await page.getByRole('button', { name: 'New message below' }).waitFor();
    },
  ],
  [
    'rated',
    async (page) => {
      await getAnswer(page);
      await page.getByRole('button', { name: 'Yes, it helped' }).click();
      await inLog(page, 'Thank you for telling us.').waitFor();
    },
  ],
  [
    'expired',
    async (page) => {
      await getAnswer(page);
      at.service.later(31);
      await say(page, 'hello');
      await inLog(page, 'Your earlier chat was closed').waitFor();
    },
  ],
];

describe.each([
  ['by day', {}],
  ['by night', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
] as [string, BrowserContextOptions][])('axe finds nothing %s', (_, options) => {
  test.each(STATES)('in the state: %s', async (__, enter) => {
    const page = await openChat(await at.visitor(options), at.service.url);
    await enter(page);
    expect(await violations(page)).toEqual([]);
  });

  test.each([
    '/',
    '/contacts?council=dudley',
    '/contacts',
    '/chat?council=leicester',
    '/chat',
    '/chat?council=atlantis',
  ])('on the page %s', async (path) => {
    const page = await (await at.visitor(options)).newPage();
    await page.goto(at.service.url + path);
    expect(await violations(page)).toEqual([]);
  });

  test('with the launcher closed, open, closed again, and with news', async () => {
    const page = await (await at.visitor(options)).newPage();
    await page.goto(at.service.url);
    await page.getByRole('button', { name: 'Chat about SEND' }).click();
    await page.frameLocator('iframe').getByLabel('Your message').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await violations(page)).toEqual([]);
    const frame = page.frames().find((one) => one.url().includes('/chat'));
    await frame?.evaluate(() => window.parent.postMessage({ signpost: 'news' }, '*'));
    await page.getByRole('button', { name: 'Chat about SEND 1 new message' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('on the page without script, before and after an answer', async () => {
    const context = await at.visitor({ ...options, javaScriptEnabled: false });
    const page = await openChat(context, at.service.url);
    await getAnswer(page);
    const html = await page.content();
    // axe needs script, so the very page that was served is laid out again where there is some.
    const lab = await (await at.visitor(options)).newPage();
    await lab.setContent(html);
    expect(await violations(lab)).toEqual([]);
  });
});
