import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { APPEAL_DAY, getAnswer, inLog, LETTER, openBrowser, openChat, said, say } from './support/family.ts';
import { type Service, startService } from './support/service.ts';

let service: Service;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  service = await startService();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  service.hold = null;
  service.failures = 0;
  service.conversations.clear();
});
afterEach(async () => {
  await context.close();
});

const states = (page: Page) => page.locator('article.family .state').allTextContents();
const lost = '**/v3/directline/conversations/*/activities';

describe('a conversation', () => {
  test('is not opened by somebody who only looks', async () => {
    const page = await openChat(context, service.url);
    await page.getByText('Tell me in your own words what is wrong.').waitFor();
    await page.getByLabel('Your message').focus();
    await page.reload({ waitUntil: 'networkidle' });
    expect(service.conversations.size).toBe(0);
  });

  test('answers with the day first, as a time that programs can read, and with links that work', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    const answer = page.locator('article.bot').last();
    const first = answer.locator('p').first();
    expect(await first.textContent()).toContain(`Your appeal must reach the tribunal by ${APPEAL_DAY}`);
    expect(await first.locator('time').first().getAttribute('datetime')).toBe('2027-01-12');
    expect(await answer.locator('ol > li').count()).toBeGreaterThanOrEqual(4);
    expect(await answer.locator('a[href="tel:03003035857"]').count()).toBe(1);
    expect(await answer.locator('a[href^="mailto:"]').count()).toBeGreaterThan(0);
    expect(await answer.locator('em a[href^="https://"]').count()).toBeGreaterThan(0);
    expect(await states(page)).toEqual(['Sent']);
  });

  test('takes a quick reply, and the keyboard goes on in the message box', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await inLog(page, 'I can also pass a message to an adviser').waitFor();
    expect((await said(page)).filter((line) => line === 'family: Talk to a person')).toHaveLength(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
  });

  test('shows what the family typed as they typed it, never as markup', async () => {
    const page = await openChat(context, service.url);
    const words = '<img src=x onerror="document.title=1"> **bold** [link](https://example.org)';
    await say(page, words);
    await page.getByText('Sent', { exact: true }).waitFor();
    expect(await page.locator('article.family .typed').textContent()).toBe(words);
    expect(await page.locator('#log img, #log article.family a, #log article.family strong').count()).toBe(0);
  });

  test('does not send an empty message, and says why', async () => {
    const page = await openChat(context, service.url);
    await say(page, '   ');
    await expect.poll(() => page.locator('#notice').textContent()).toBe('Write a message first.');
    expect(await page.locator('article.family').count()).toBe(0);
  });
});

describe('history', () => {
  test('survives a reload, and nothing is shown twice', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    const before = await said(page);
    await page.reload();
    await page.locator('article.bot .after').waitFor();
    expect(await said(page)).toEqual(before);
  });

  test('survives a change of page on the council site', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    const before = await said(page);
    await page.goto(`${service.url}/contacts?council=dudley`);
    await page.goto(`${service.url}/chat?council=dudley`);
    await page.locator('article.bot .after').waitFor();
    expect(await said(page)).toEqual(before);
  });

  test('is the same in two tabs, also for what is said later in one of them', async () => {
    const one = await openChat(context, service.url);
    const two = await openChat(context, service.url);
    await getAnswer(one);
    await two.locator('article.bot .after').waitFor();
    await say(two, 'thank you');
    await inLog(one, "You're welcome").waitFor();
    await inLog(two, "You're welcome").waitFor();
    expect(await said(one)).toEqual(await said(two));
    expect(new Set(await said(one)).size).toBe((await said(one)).length);
    expect(service.conversations.size).toBe(1);
  });

  test('is one conversation when two tabs begin in the same instant', async () => {
    const tabs = [await openChat(context, service.url), await openChat(context, service.url)];
    await Promise.all(tabs.map((tab) => say(tab, 'hello')));
    for (const tab of tabs) {
      await expect
        .poll(async () => (await said(tab)).filter((one) => one === 'family: hello').length)
        .toBe(2);
    }
    expect(service.conversations.size).toBe(1);
  });

  test('of one council is not shown in the chat of another', async () => {
    await getAnswer(await openChat(context, service.url, 'dudley'));
    const other = await openChat(context, service.url, 'leicester');
    await say(other, 'hello');
    await inLog(other, 'Hello. Tell me in your own words').waitFor();
    expect(await other.locator('article.family').count()).toBe(1);
  });
});

describe('a connection that is lost', () => {
  test('brings what was said meanwhile, once, when it is back', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    const before = (await said(page)).length;
    await context.setOffline(true);
    await page.getByText('You are offline').waitFor();
    const [conversation = ''] = service.conversations;
    const activity = { type: 'message', text: 'Are you there?', from: { id: 'asha', name: 'Asha' } };
    await service.directLine.deliver(conversation, [{ from: 'adviser', activity }]);
    await context.setOffline(false);
    await inLog(page, 'Are you there?').waitFor();
    await page.getByText('You are connected again.').waitFor();
    expect((await said(page)).length).toBe(before + 1);
  });

  test('keeps what is sent offline and sends it when it is back', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    await context.setOffline(true);
    await say(page, 'thank you');
    await expect.poll(() => states(page)).toEqual(['Sent', 'Waiting for a connection']);
    await context.setOffline(false);
    await inLog(page, "You're welcome").waitFor();
    await expect.poll(() => states(page)).toEqual(['Sent', 'Sent']);
  });

  test('in the middle of sending leads to one message, not two', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    let cut = 0;
    await page.route(lost, async (route) => {
      if (route.request().method() !== 'POST' || cut > 0) return route.fallback();
      cut += 1;
      // It arrives and is answered; only the family's browser never hears of it.
      await route.fetch();
      await route.abort('connectionreset');
    });
    await say(page, 'thank you');
    await inLog(page, "You're welcome").waitFor();
    await expect.poll(() => states(page)).toEqual(['Sent', 'Sent']);
    expect((await said(page)).filter((one) => one.includes('thank you'))).toHaveLength(1);
    expect((await said(page)).filter((one) => one.includes("You're welcome"))).toHaveLength(1);
  });

  test('for WebSockets alone still lets the conversation go on', async () => {
    await context.routeWebSocket('**/stream?*', (socket) => socket.close());
    const page = await openChat(context, service.url);
    await getAnswer(page);
    expect((await said(page)).length).toBe(4);
  });
});

describe('a message that cannot be delivered', () => {
  test('says so beside itself, and can be sent again', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    await page.clock.install();
    service.failures = 4;
    await say(page, 'thank you');
    await expect
      .poll(
        async () => {
          await page.clock.runFor(10_000);
          return page.getByRole('button', { name: 'Try again' }).count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    expect((await states(page))[1]).toContain('Not sent. Sorry, that message could not be handled.');
    expect(await page.locator('#notice').textContent()).toContain('Not sent.');
    await page.getByRole('button', { name: 'Try again' }).click();
    await inLog(page, "You're welcome").waitFor();
    await expect.poll(() => states(page)).toEqual(['Sent', 'Sent']);
    expect((await said(page)).filter((one) => one.includes('thank you'))).toHaveLength(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
  });
});

describe('a token', () => {
  test('is refreshed every 15 minutes, so that a slow afternoon loses nothing', async () => {
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${service.url}/chat?council=dudley`);
    await getAnswer(page);
    for (let quarter = 0; quarter < 3; quarter += 1) {
      const refreshed = page.waitForResponse('**/tokens/refresh');
      service.later(15);
      await page.clock.fastForward(16 * 60_000);
      expect((await refreshed).status()).toBe(200);
    }
    await say(page, 'thank you');
    await inLog(page, "You're welcome").waitFor();
    expect(service.conversations.size).toBe(1);
  });

  test('that has run out is said kindly, and the message begins a new conversation', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    service.later(31);
    await say(page, 'hello');
    await inLog(page, 'Your earlier chat was closed').waitFor();
    await inLog(page, 'Hello. Tell me in your own words').waitFor();
    await expect.poll(() => states(page)).toEqual(['Sent', 'Sent']);
    expect(service.conversations.size).toBe(2);
  });

  test('that ran out while the page was closed is said kindly when it is opened again', async () => {
    await getAnswer(await openChat(context, service.url));
    service.later(31);
    const page = await openChat(context, service.url);
    await inLog(page, 'Your earlier chat was closed').waitFor();
    await say(page, 'hello');
    await inLog(page, 'Hello. Tell me in your own words').waitFor();
    expect(await page.locator('article.family').count()).toBe(1);
  });

  test('that nothing may be kept of lasts as long as the page', async () => {
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      });
    });
    await page.goto(`${service.url}/chat?council=dudley`);
    await getAnswer(page);
    await say(page, 'thank you');
    await inLog(page, "You're welcome").waitFor();
    expect(service.conversations.size).toBe(1);
  });

  test('that ran out before anything was said is nobody’s business', async () => {
    const page = await openChat(context, service.url);
    await page.getByLabel('Your message').waitFor();
    service.later(31);
    await say(page, 'hello');
    await inLog(page, 'Hello. Tell me in your own words').waitFor();
    expect(await page.getByText('Your earlier chat was closed').count()).toBe(0);
  });
});

describe('a person', () => {
  test('joins, writes, is told apart from the program, and leaves with a rating to give', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    const [conversation = ''] = service.conversations;
    const asha = { id: 'adviser-1', name: 'Asha' };
    const status = (state: string) => ({
      type: 'event',
      name: 'handoff.status',
      value: { state },
      from: asha,
    });
    await service.directLine.deliver(conversation, [{ from: 'adviser', activity: status('accepted') }]);
    await inLog(page, 'Asha has joined. A person is answering you now.').waitFor();
    await service.directLine.deliver(conversation, [
      { from: 'adviser', activity: { type: 'message', text: 'Hello, how can I help?', from: asha } },
    ]);
    await page.locator('article.adviser').getByText('Hello, how can I help?').waitFor();
    expect(await page.locator('article.adviser h2').textContent()).toBe('Asha');
    await service.directLine.deliver(conversation, [{ from: 'adviser', activity: status('completed') }]);
    await page.getByRole('group', { name: 'Did talking to a person help?' }).waitFor();
    const rate = page.getByRole('group', { name: 'Did talking to a person help?' });
    await rate.getByRole('button', { name: 'Yes, it helped' }).click();
    await expect
      .poll(async () => (await service.metrics.text()).content)
      .toContain('signpost_ratings_total{about="person",helped="yes"} 1');
  });

  test('or the program is seen to be writing', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    let answer = () => {};
    service.hold = new Promise((resolve) => {
      answer = resolve;
    });
    await say(page, 'thank you');
    await page.getByText('Signpost is writing').waitFor();
    answer();
    service.hold = null;
    await inLog(page, "You're welcome").waitFor();
    expect(await page.locator('#typing').isVisible()).toBe(false);
  });
});

describe('an answer', () => {
  test('can be rated once, and stays rated after a reload', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    await page.getByRole('button', { name: 'No, it did not help' }).click();
    await inLog(page, 'Thank you for telling us.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    await expect
      .poll(async () => (await service.metrics.text()).content)
      .toContain('signpost_ratings_total{about="answer",helped="no"} 1');
    await page.reload();
    await inLog(page, 'Thank you for telling us.').waitFor();
    expect(await page.getByRole('button', { name: 'Yes, it helped' }).count()).toBe(0);
  });

  test('gives its last day as a calendar file made in the browser', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Add 12 January 2027 to my calendar' }).first().click(),
    ]);
    expect(download.suggestedFilename()).toBe('2027-01-12.ics');
    expect(download.url()).toMatch(/^blob:/);
  });

  test('can be printed, with the conversation and without the buttons', async () => {
    const page = await openChat(context, service.url);
    await page.addInitScript('print = () => document.body.setAttribute("printed", "")');
    await page.reload();
    await getAnswer(page);
    await page.getByRole('button', { name: 'Print or save this' }).click();
    await page.locator('body[printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText(APPEAL_DAY).first().isVisible()).toBe(true);
    expect(await page.locator('button:visible, textarea:visible').count()).toBe(0);
  });
});

describe('those who share a home with somebody they fear', () => {
  test('can have everything forgotten, in every tab', async () => {
    const page = await openChat(context, service.url);
    const other = await openChat(context, service.url);
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
    await context.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather' }));
    const page = await context.newPage();
    await page.goto(`${service.url}/contacts`);
    await page.goto(`${service.url}/chat?council=dudley`);
    await getAnswer(page);
    await page.getByRole('link', { name: 'Exit this page' }).click();
    await page.waitForURL('https://www.bbc.co.uk/weather');
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/contacts');
    await page.goto(`${service.url}/chat?council=dudley`);
    await page.getByText('Tell me in your own words').waitFor();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe('{}');
    expect(await page.locator('article.family').count()).toBe(0);
  });

  test('have none of their words kept in the browser', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(Object.keys(JSON.parse(kept))).toEqual(['signpost dudley']);
    expect(kept).not.toMatch(/refused|EHCP|November/);
    expect(await context.cookies()).toEqual([]);
  });
});
