import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asAdviser, becomes, says } from './support/adviser.ts';
import { APPEAL_DAY, getAnswer, LETTER, openBrowser, openChat, said, say } from './support/family.ts';
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
  context = await browser.newContext({ javaScriptEnabled: false });
  service.failures = 0;
  service.conversations.clear();
});
afterEach(() => context.close());

const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click();

describe('without JavaScript', () => {
  test('a family types, sends, reads, chooses, and is given the same answer', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    expect(await page.locator('article.bot').last().textContent()).toContain(APPEAL_DAY);
    await press(page, 'Talk to a person');
    await page.getByText('For a person who is independent and free').waitFor();
    expect((await said(page)).filter((one) => one.startsWith('family'))).toHaveLength(2);
    expect(service.conversations.size).toBe(1);
  });

  test('no word of theirs ever stands in an address or in a cookie', async () => {
    const page = await openChat(context, service.url);
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await getAnswer(page);
    await press(page, 'Talk to a person');
    expect(addresses.join()).not.toMatch(/refused|person|November/);
    expect(new URL(page.url()).search).toBe('?council=dudley');
    expect((await context.cookies()).map(({ name, value }) => `${name} ${value}`)).toEqual([
      expect.stringMatching(/^__Host-signpost [0-9a-f-]{36}$/),
    ]);
  });

  test('loading the answer again says nothing twice', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    const before = await said(page);
    await page.reload();
    expect(await said(page)).toEqual(before);
  });

  test('a day can be put into the calendar, and an answer rated', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page, 'Add 12 January 2027 to my calendar'),
    ]);
    expect(download.suggestedFilename()).toBe('2027-01-12.ics');
    await press(page, 'Yes, it helped');
    await page.getByText('Thank you for telling us.').waitFor();
    expect((await service.metrics.text()).content).toContain(
      'signpost_ratings_total{about="answer",helped="yes"} 1',
    );
  });

  test('what a person writes is read by looking for it, and what was being typed stays', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    // Who waits in the queue has nothing else by which to learn that somebody came.
    await asAdviser(service, becomes('accepted'));
    await press(page, 'Look for new messages');
    await page.getByText('Asha has joined.').waitFor();
    await say(page, 'hello');
    await asAdviser(service, says('How can I help?'));
    await page.getByLabel('Your message').fill('my lad');
    await press(page, 'Look for new messages');
    await page.locator('article.adviser').getByText('How can I help?').waitFor();
    expect(await page.getByLabel('Your message').inputValue()).toBe('my lad');
    expect(await page.locator('#notice').textContent()).toBe('');
    await asAdviser(service, becomes('completed'));
    await press(page, 'Look for new messages');
    await page.getByRole('group', { name: 'Did talking to a person help?' }).waitFor();
  });

  test('everything can be forgotten', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    await press(page, 'Forget this conversation');
    await page.getByText('I have deleted what you wrote here').waitFor();
    expect(await page.getByText(LETTER).count()).toBe(0);
  });

  test('a message that could not be handled stays in the box, to be sent again', async () => {
    const page = await openChat(context, service.url);
    service.failures = 1;
    await say(page, 'thank you');
    await page.getByText('Sorry, that message could not be handled.').waitFor();
    expect(await page.getByLabel('Your message').inputValue()).toBe('thank you');
    await press(page, 'Send');
    await page.getByText("You're welcome").waitFor();
  });

  test('a conversation that was left alone too long is said kindly, and the words are not lost', async () => {
    const page = await openChat(context, service.url);
    await getAnswer(page);
    service.later(31);
    await say(page, 'hello');
    await page.getByText('Your earlier chat was closed').waitFor();
    await page.getByText('Hello. Tell me in your own words').waitFor();
    expect(await page.getByText(LETTER).count()).toBe(0);
  });

  test('the contacts can be read without bot and database', async () => {
    const page = await context.newPage();
    await page.goto(`${service.url}/contacts?council=dudley`);
    expect(await page.getByRole('link', { name: '07900 161363' }).first().getAttribute('href')).toBe(
      'tel:07900161363',
    );
    expect(await page.getByRole('link', { name: '999' }).count()).toBeGreaterThan(0);
  });

  test('a page whose script comes late goes on with the same conversation', async () => {
    const late = await browser.newContext();
    const page = await late.newPage();
    await page.route('**/widget/chat-*.js', (route) => route.abort());
    await page.goto(`${service.url}/chat?council=dudley`);
    await getAnswer(page);
    await page.unroute('**/widget/chat-*.js');
    await say(page, 'thank you');
    await page.getByText("You're welcome").first().waitFor();
    await say(page, 'hello');
    await page.locator('#log').getByText('Hello again').waitFor();
    expect(service.conversations.size).toBe(1);
    expect(new Set(await said(page)).size).toBe((await said(page)).length);
    await late.close();
  });
});
