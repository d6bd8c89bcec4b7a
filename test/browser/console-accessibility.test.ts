import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MOST_CHARACTERS } from '../../src/web/console/browser/limits.ts';
import { familyInDanger, familyWaits, queued, reply, signIn, take } from './support/console-adviser.ts';
import { type ConsoleService, startConsoleService } from './support/console-service.ts';
import { inLog, openBrowser, say } from './support/family.ts';
import { violations } from './support/violations.ts';

let service: ConsoleService;
let browser: Browser;
/** One family in each place of the queue. */
let waiting = '';
let live = '';
let finished = '';
const contexts: BrowserContext[] = [];
const kept: BrowserContext[] = [];

async function someone(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  contexts.push(context);
  return context;
}

beforeAll(async () => {
  service = await startConsoleService();
  browser = await openBrowser();
  await service.hire('Asha');
  await service.hire('Ben');
  const asha = await signIn(await someone(), service.url, 'Asha');
  const talk = async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    await take(asha, ref);
    await reply(asha, 'Hello. **One** thing:\n\n- [IPSEA](https://www.ipsea.org.uk/)');
    await inLog(family, 'IPSEA').last().waitFor();
    await say(family, 'Thank you');
    await asha.getByText('Thank you').first().waitFor();
    return ref;
  };
  finished = await talk();
  await asha.getByRole('button', { name: 'Finish the talk' }).click();
  await asha.getByRole('button', { name: 'Finish now, record the outcome later' }).click();
  await asha.getByText('You have yet to record the outcome.').waitFor();
  live = await talk();
  await asha.getByRole('button', { name: 'Note for advisers' }).click();
  await asha.getByLabel('Your note').fill('Mother is worn out');
  await asha.getByRole('button', { name: 'Save the note' }).click();
  await asha.locator('article.note').waitFor();
  ({ ref: waiting } = await familyInDanger(await someone(), service.url));
  await queued(asha, 'Waiting', waiting).waitFor();
  kept.push(...contexts.splice(0));
}, 120_000);
afterAll(async () => {
  await Promise.all(kept.map((one) => one.close()));
  await browser.close();
  await service.stop();
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((one) => one.close()));
});

const openCase = (ref: () => string) => async (page: Page) => {
  await page.locator('.case a').filter({ hasText: ref() }).first().click();
  await page.getByRole('heading', { name: `Case ${ref()}` }).waitFor();
  await page.getByRole('log', { name: 'Messages' }).locator('article').first().waitFor();
};
const then =
  (...acts: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const act of acts) await act(page);
  };
const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const see = (words: string) => (page: Page) => page.getByText(words).first().waitFor();

/** Each state that an adviser can see, and the way into it. */
const STATES: [string, (page: Page) => Promise<unknown>][] = [
  ['the queues', see('Danger mentioned')],
  ['a talk with a note', openCase(() => live)],
  [
    'writing a note',
    then(
      openCase(() => live),
      press('Note for advisers'),
    ),
  ],
  [
    'a reply with its preview',
    then(
      openCase(() => live),
      (page) => page.getByLabel('Your reply to the family').fill('**One** [two](https://example.org)'),
      (page) => page.getByText('How the family sees it').click(),
    ),
  ],
  [
    'a reply that is too long',
    then(
      openCase(() => live),
      (page) => page.getByLabel('Your reply to the family').fill('x'.repeat(MOST_CHARACTERS + 1)),
      see('Too long by 1 character.'),
    ),
  ],
  [
    'a reply that cannot be sent',
    then(
      openCase(() => live),
      (page) =>
        page.route('**/commands', (route) =>
          route.fulfill({ status: 409, json: { refusal: { why: 'over' } } }),
        ),
      (page) => reply(page, 'Too late'),
      press('Put it back in the box'),
      (page) => page.getByRole('button', { name: 'Send', exact: true }).click(),
      see('This case is over.'),
    ),
  ],
  ['an outcome to record', openCase(() => finished)],
  ['danger in a waiting case', openCase(() => waiting)],
  ['the help', press('Help')],
  ['the settings', press('Settings')],
  [
    'cases found',
    then(
      press('Find a case'),
      (page) => page.getByRole('dialog').getByRole('button', { name: 'Find', exact: true }).click(),
      (page) => page.getByRole('dialog').getByRole('link').first().waitFor(),
    ),
  ],
  [
    'ready replies',
    then(
      openCase(() => live),
      press('Ready replies'),
    ),
  ],
  [
    'knowledge pages',
    then(
      openCase(() => live),
      press('Knowledge page'),
      (page) =>
        page
          .getByRole('button', { name: /^Put in/ })
          .first()
          .waitFor(),
    ),
  ],
  [
    'a transfer',
    then(
      openCase(() => live),
      press('Transfer'),
      (page) => page.getByLabel('Ben').check(),
    ),
  ],
  [
    'the end of a talk',
    then(
      openCase(() => live),
      press('Finish the talk'),
    ),
  ],
  [
    'a lost connection',
    then(
      openCase(() => live),
      (page) => page.context().setOffline(true),
      see('Connection lost. Trying again.'),
    ),
  ],
  [
    'the end of a sign-in',
    then(
      openCase(() => live),
      (page) =>
        page.route('**/console/api/**', (route) =>
          route.fulfill({ status: 401, json: { error: { code: 'SignedOut', message: '' } } }),
        ),
      (page) => page.getByRole('switch', { name: 'On duty' }).click(),
      see('Your sign-in has ended.'),
    ),
  ],
];

describe.each([
  ['by day', {}],
  ['by night', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
  ['on a small screen', { viewport: { width: 320, height: 640 } }],
] as [string, BrowserContextOptions][])('axe finds nothing %s', (_, options) => {
  test('in any state', { timeout: 120_000 }, async () => {
    const context = await someone({ viewport: { width: 1366, height: 768 }, ...options });
    const page = await signIn(context, service.url, 'Asha');
    const found: Record<string, string[]> = {};
    for (const [state, enter] of STATES) {
      await context.setOffline(false);
      await page.unrouteAll();
      await page.evaluate(() => sessionStorage.clear());
      await page.goto('about:blank');
      await page.goto(`${service.url}/console`);
      await queued(page, 'Mine', live).waitFor();
      await enter(page);
      found[state] = await violations(page);
    }
    expect(found).toEqual(Object.fromEntries(STATES.map(([state]) => [state, []])));
  });
});

describe('a page that is 320 pixels wide, as at 400 %', () => {
  test('shows one part at a time and never scrolls sideways', async () => {
    const context = await someone({ viewport: { width: 320, height: 256 } });
    const page = await signIn(context, service.url, 'Asha');
    const wide = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await queued(page, 'Mine', live).waitFor();
    expect(await wide()).toBe(0);
    await openCase(() => live)(page);
    expect(await page.locator('.queue').isVisible()).toBe(false);
    expect(await wide()).toBe(0);
    await page.getByRole('button', { name: 'Case sheet', exact: true }).click();
    await page.getByRole('heading', { name: 'Deadlines' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('sheet-title');
    expect(await wide()).toBe(0);
    await page.getByRole('button', { name: /^Queue/ }).click();
    await queued(page, 'Mine', live).waitFor();
  });
});

test('everything that can be pressed is 44 pixels high and wide', async () => {
  const page = await signIn(await someone(), service.url, 'Asha');
  await queued(page, 'Mine', live).waitFor();
  await openCase(() => live)(page);
  const small = await page.locator('button, .case a, textarea, summary, .export').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility() && !one.closest('.skip'))
      .map((one) => ({ name: one.textContent, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 44 || box.width < 44)
      .map(({ name, box }) => `${name} ${box.width}x${box.height}`),
  );
  expect(small).toEqual([]);
});

describe('with the keyboard alone', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

  test('a case is taken, answered, noted and closed', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const page = await signIn(await someone(), service.url, 'Ben');
    await queued(page, 'Waiting', ref).waitFor();
    const press = (keys: string) => page.keyboard.press(keys);
    await press('Alt+Shift+KeyQ');
    await expect.poll(() => focused(page)).toBe('waiting');
    const takes = `Take it case ${ref}`;
    for (let step = 0; step < 12; step += 1) {
      await press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent)) === takes) break;
    }
    await press('Enter');
    await page.getByText('You are talking to the family.').waitFor();
    await expect.poll(() => focused(page)).toBe('talk-title');
    await press('Alt+Shift+KeyR');
    await page.keyboard.type('One line');
    await press('Shift+Enter');
    await page.keyboard.type('and another');
    await press('Enter');
    await inLog(family, 'and another').waitFor();
    await expect.poll(() => focused(page)).toBe('write');
    await press('Alt+Shift+KeyN');
    await page.keyboard.type('For us only');
    await press('Enter');
    await page.locator('article.note').getByText('For us only').waitFor();
    await press('Alt+Shift+KeyC');
    await page.getByRole('dialog').waitFor();
    await press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => focused(page)).toBe('write');
    await press('Alt+Shift+KeyS');
    await expect.poll(() => focused(page)).toBe('sheet-title');
    await page.getByRole('button', { name: 'Finish the talk' }).focus();
    await press('Enter');
    await page.getByRole('dialog').getByLabel('Advice given').focus();
    await press('Space');
    await press('Enter');
    await page.getByText(`Case ${ref} is closed.`).first().waitFor();
    await expect.poll(() => focused(page)).toBe('mine');
  });
});
