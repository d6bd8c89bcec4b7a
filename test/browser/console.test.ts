import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  familyInDanger,
  familyWaits,
  fillSignIn,
  heard,
  queued,
  reply,
  signIn,
  take,
  talked,
} from './support/console-adviser.ts';
import { type ConsoleService, startConsoleService } from './support/console-service.ts';
import { inLog, openBrowser, openChat, say } from './support/family.ts';

let service: ConsoleService;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  service = await startConsoleService();
  browser = await openBrowser();
  await service.hire('Asha');
  await service.hire('Ben');
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((one) => one.close()));
});

async function someone(): Promise<BrowserContext> {
  const context = await browser.newContext();
  context.setDefaultTimeout(10_000);
  contexts.push(context);
  return context;
}
const asAdviser = async (name: string) => signIn(await someone(), service.url, name);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

describe('a case from the queue to its end', () => {
  test('is talked about by two advisers, one after the other, and the family hears no note', async () => {
    const asha = await asAdviser('Asha');
    await asha.getByText('Nobody is waiting.').waitFor();
    const { family, ref } = await familyWaits(await someone(), service.url);

    const waiting = queued(asha, 'Waiting', ref);
    await waiting.waitFor();
    expect(await waiting.textContent()).toMatch(/Dudley.*days left.*Waiting under 1 min/);
    expect(await asha.title()).toMatch(/^\(1\) Signpost for advisers$/);
    await take(asha, ref);
    await expect.poll(() => focused(asha)).toBe('talk-title');
    expect(await asha.title()).toContain(ref);
    await inLog(family, 'Asha has joined the chat').first().waitFor();
    expect((await talked(asha))[0]).toMatch(/^bot: Hello/);

    await reply(asha, 'Hello, I have read your letter.\nHow is he?');
    await inLog(family, 'I have read your letter.').waitFor();
    await say(family, 'He cries every <b>morning</b>');
    await asha.getByText('He cries every <b>morning</b>').first().waitFor();
    expect(await heard(asha)).toContain('Family: He cries every');

    await asha.getByRole('button', { name: 'Note for advisers' }).click();
    await asha.getByLabel('Your note').fill('Mother is worn out');
    await asha.getByRole('button', { name: 'Save the note' }).click();
    await asha.locator('article.note').getByText('Mother is worn out').waitFor();

    const ben = await asAdviser('Ben');
    await asha.getByRole('button', { name: 'Transfer' }).click();
    await asha.getByLabel('Ben').check();
    await asha.getByRole('dialog').getByRole('button', { name: 'Transfer' }).click();
    await queued(asha, 'Colleagues', ref).waitFor();
    await expect.poll(() => focused(asha)).toBe('mine');

    await ben.locator('.notice').getByText(`A colleague gave you a case: ${ref}, Dudley.`).waitFor();
    await ben.getByRole('button', { name: 'Open this case' }).click();
    await ben.getByText('You are talking to the family.').waitFor();
    await ben.locator('article.note').getByText('Mother is worn out').waitFor();
    await inLog(family, 'Ben has joined the chat').first().waitFor();
    await reply(ben, 'I am Ben and I go on from here.');
    await inLog(family, 'I am Ben and I go on from here.').waitFor();
    expect(await family.locator('#log').innerText()).not.toContain('worn out');

    await ben.getByRole('button', { name: 'Finish the talk' }).click();
    await ben.getByLabel('Advice given').check();
    await ben.getByRole('button', { name: 'Close the case' }).click();
    await ben.getByText(`Case ${ref} is closed.`).first().waitFor();
    await expect.poll(() => focused(ben)).toBe('mine');
    await family.getByRole('group', { name: 'Did talking to a person help?' }).waitFor();
    await family.getByRole('button', { name: 'Yes, it helped' }).last().click();
    await inLog(family, 'Thank you for telling us.').waitFor();

    const said = await talked(await openPast(asha, ref));
    const saved = asha.waitForEvent('download');
    await asha.getByRole('link', { name: 'Export this case as text' }).click();
    expect((await saved).suggestedFilename()).toBe(`signpost-${ref}.txt`);
    expect(said.filter((line) => line.startsWith('adviser:'))).toHaveLength(2);
    expect(await asha.getByLabel('Your reply to the family').count()).toBe(0);
  });

  test('is refused to the second adviser, who is told who has it', async () => {
    const { ref } = await familyWaits(await someone(), service.url);
    const asha = await asAdviser('Asha');
    const ben = await asAdviser('Ben');
    await queued(asha, 'Waiting', ref).waitFor();
    await queued(ben, 'Waiting', ref).waitFor();
    // Ben's list is as old as it can be: he hears of nothing until his own click is answered.
    await ben.route('**/console/api/queue', (route) => route.abort());
    await take(asha, ref);
    await ben.getByRole('button', { name: `Take it case ${ref}` }).click();
    await ben.locator('.notice').getByText('Asha has taken this case.').waitFor();
    await ben.unroute('**/console/api/queue');
    await queued(ben, 'Colleagues', ref).waitFor();
    await inLogOf(asha, ref);
  });

  test('waits for its outcome when the talk is finished first', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const asha = await asAdviser('Asha');
    await take(asha, ref);
    await asha.getByRole('button', { name: 'Finish the talk' }).click();
    await asha.getByRole('button', { name: 'Finish now, record the outcome later' }).click();
    await asha.getByText('You have yet to record the outcome.').waitFor();
    await expect.poll(() => focused(asha)).toBe('outcome');
    await family.getByRole('group', { name: 'Did talking to a person help?' }).waitFor();
    await asha.getByLabel('Told who else can help').check();
    await asha.getByRole('button', { name: 'Close the case' }).click();
    await asha.getByText(`Case ${ref} is closed.`).first().waitFor();
  });

  test('goes back to the queue and keeps its place', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const asha = await asAdviser('Asha');
    await take(asha, ref);
    await asha.getByRole('button', { name: 'Return to queue' }).click();
    await queued(asha, 'Waiting', ref).waitFor();
    await inLog(family, 'No adviser is with you at the moment.').waitFor();
  });

  test('is told to the adviser when the family ends it', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const asha = await asAdviser('Asha');
    await take(asha, ref);
    await say(family, 'end the chat');
    await asha.getByText('You have yet to record the outcome.').waitFor();
    expect(await heard(asha)).toContain('The talk is over. Please record the outcome.');
  });
});

describe('danger', () => {
  test('is first in the queue, in words, and on top of the page until somebody opens it', async () => {
    const asha = await asAdviser('Asha');
    const ben = await asAdviser('Ben');
    await ben.getByRole('heading', { name: /^Waiting/ }).waitFor();
    const { ref } = await familyInDanger(await someone(), service.url);
    await queued(asha, 'Waiting', ref).getByText('Danger mentioned').waitFor();
    await asha.locator('.notice.danger').getByText(`Danger mentioned: ${ref}, Dudley.`).first().waitFor();
    expect(await asha.locator('[aria-live=assertive]').innerText()).toContain(`Danger mentioned: ${ref}`);
    expect(await asha.locator('.queue li').first().textContent()).toContain(ref);
    await asha.getByRole('button', { name: 'Open this case' }).click();
    await asha.locator('.red-banner').waitFor();
    expect(await asha.locator('.notice.danger').count()).toBe(0);
    await ben.locator('.notice.danger').waitFor();
    await take(asha, ref);
    await ben.locator('.notice.danger').waitFor({ state: 'detached' });
  });

  test('leaves the family’s own words in sight, however long the numbers below them are', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const asha = await asAdviser('Asha');
    await asha.setViewportSize({ width: 1366, height: 700 });
    await take(asha, ref);
    const words = (text: string) => asha.locator('.messages article.family').getByText(text);
    const inSight = async (text: string) => {
      const box = await words(text).boundingBox();
      const pane = await asha.locator('.messages').boundingBox();
      if (box === null || pane === null) return false;
      return box.y >= pane.y && box.y + box.height <= pane.y + pane.height;
    };
    await say(family, 'She says she wants to kill herself');
    await asha.locator('.messages article.bot').getByText('999').last().waitFor();
    await expect.poll(() => inSight('She says she wants to kill herself')).toBe(true);
    // And the talk is still followed from there.
    await say(family, 'I have hidden the tablets');
    await words('I have hidden the tablets').waitFor();
    await expect.poll(() => inSight('I have hidden the tablets')).toBe(true);
  });
});

describe('nothing is lost', () => {
  test('when the page is loaded again in the middle: talk, draft and place are there', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const asha = await asAdviser('Asha');
    await take(asha, ref);
    await reply(asha, 'Hello from Asha');
    await inLog(family, 'Hello from Asha').waitFor();
    await asha.getByLabel('Your reply to the family').fill('Half a sentence');
    await asha.reload();
    await asha.getByText('You are talking to the family.').waitFor();
    expect(await asha.getByLabel('Your reply to the family').inputValue()).toBe('Half a sentence');
    expect((await talked(asha)).filter((line) => line === 'adviser: Hello from Asha')).toHaveLength(1);
  });

  test('when the answer to a reply gets lost: it is sent again under the same id and said once', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const context = await someone();
    // With the line open, the message itself comes back and nothing has to be sent again.
    await context.routeWebSocket('**/console/stream', (socket) => socket.close());
    const asha = await signIn(context, service.url, 'Asha');
    await take(asha, ref);
    const ids: string[] = [];
    await asha.route('**/commands', async (route) => {
      ids.push(route.request().postDataJSON().id);
      if (ids.length > 1) return route.continue();
      // It arrives, and its answer does not.
      await route.fetch();
      await route.abort();
    });
    await reply(asha, 'Said once');
    await expect.poll(() => ids.length, { timeout: 10_000 }).toBe(2);
    await inLog(family, 'Said once').waitFor();
    await expect.poll(() => asha.locator('article.unsent').count(), { timeout: 10_000 }).toBe(0);
    expect(new Set(ids).size).toBe(1);
    expect(await inLog(family, 'Said once').count()).toBe(1);
    expect((await talked(asha)).filter((line) => line === 'adviser: Said once')).toHaveLength(1);
  });

  test('when the page is loaded again before a reply got through', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const asha = await asAdviser('Asha');
    await take(asha, ref);
    await asha.route('**/commands', (route) => route.abort());
    await reply(asha, 'Through in the end');
    await asha.getByText('Not sent yet. Trying again.').waitFor();
    await asha.unroute('**/commands');
    await asha.reload();
    await inLog(family, 'Through in the end').waitFor();
    await expect.poll(() => asha.locator('article.unsent').count(), { timeout: 10_000 }).toBe(0);
  });

  test('when the connection drops: the page says so, asks by itself, and is connected again', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const context = await someone();
    const asha = await signIn(context, service.url, 'Asha');
    await take(asha, ref);
    await context.setOffline(true);
    await asha.getByText('Connection lost. Trying again.').first().waitFor();
    await say(family, 'Are you still there?');
    await reply(asha, 'Written while offline');
    await context.setOffline(false);
    await asha.getByText('Are you still there?').first().waitFor();
    await inLog(family, 'Written while offline').waitFor();
    await expect.poll(() => asha.locator('.notice.strong').count(), { timeout: 20_000 }).toBe(0);
  });

  test('when the socket alone is dropped: what was said meanwhile comes, once', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const context = await someone();
    const sockets: WebSocketRoute[] = [];
    let goOn = () => {};
    const written = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await context.routeWebSocket('**/console/stream', async (socket) => {
      sockets.push(socket);
      // A second one opens only when the family has written: what a page says to one that is not joined is lost.
      if (sockets.length > 1) await written;
      socket.connectToServer();
    });
    const asha = await signIn(context, service.url, 'Asha');
    await take(asha, ref);
    await sockets[0]?.close({ code: 1013 });
    await say(family, 'Written in between');
    goOn();
    await asha.getByText('Written in between').first().waitFor();
    await say(family, 'And after that');
    await asha.getByText('And after that').first().waitFor();
    const said = (await talked(asha)).filter((line) => line.startsWith('family:')).slice(-2);
    expect(said).toEqual(['family: Written in between', 'family: And after that']);
  });

  test('when no socket can be had at all: the page asks again and again', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const context = await someone();
    await context.routeWebSocket('**/console/stream', (socket) => socket.close());
    const asha = await signIn(context, service.url, 'Asha');
    await take(asha, ref);
    await say(family, 'Said without a socket');
    await asha.getByText('Said without a socket').first().waitFor();
    await reply(asha, 'Answered without one');
    await inLog(family, 'Answered without one').waitFor();
  });

  test('when the sign-in ends: the page says so, and the draft is there after the next one', async () => {
    const { ref } = await familyWaits(await someone(), service.url);
    const asha = await asAdviser('Asha');
    await take(asha, ref);
    await asha.getByLabel('Your reply to the family').fill('Not sent');
    await service.endSignIns();
    await asha.getByRole('button', { name: 'Send', exact: true }).click();
    await asha.getByRole('link', { name: 'Sign in again' }).click();
    await fillSignIn(asha, 'Asha');
    await asha.getByText(`Case ${ref}`).waitFor();
    await expect.poll(() => talked(asha)).toContain('adviser: Not sent');
  });
});

describe('what helps an adviser to write', () => {
  test('a ready reply, a page and the pathway go into the reply and can be changed', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const asha = await asAdviser('Asha');
    await take(asha, ref);
    const box = asha.getByLabel('Your reply to the family');
    await asha.getByRole('button', { name: 'Ready replies' }).click();
    await asha.getByLabel('Words in the reply').fill('names');
    await asha.getByRole('button', { name: /No names needed/ }).click();
    expect(await box.inputValue()).toContain("You don't need to give your child's name");
    await expect.poll(() => focused(asha)).toBe('write');
    await asha.getByRole('button', { name: 'Knowledge page' }).click();
    await asha.getByLabel('What it is about').fill('mediation');
    await asha
      .getByRole('button', { name: /^Put in .*[Mm]ediation/ })
      .first()
      .click();
    expect(await box.inputValue()).toMatch(/name[\s\S]+mediation/i);
    await box.fill('');
    await asha.getByRole('button', { name: 'Pathway', exact: true }).click();
    const pathway = await box.inputValue();
    expect(pathway).toContain('12 January 2027');
    await asha.getByText('How the family sees it').click();
    expect(await asha.locator('.preview a').count()).toBeGreaterThan(0);
    await box.fill('Please see this page: [IPSEA](https://www.ipsea.org.uk/)');
    await box.press('Enter');
    expect(await box.inputValue()).toBe('');
    await family.locator('article.adviser a[href="https://www.ipsea.org.uk/"]').waitFor();
  });

  test('both sides see that the other writes', async () => {
    const { family, ref } = await familyWaits(await someone(), service.url);
    const asha = await asAdviser('Asha');
    await take(asha, ref);
    await expect
      .poll(async () => {
        await asha.getByLabel('Your reply to the family').press('a');
        return family.locator('#typing').isVisible();
      })
      .toBe(true);
  });
});

test('a message that was left is taken, and closed without a talk', async () => {
  const family = await openChat(await someone(), service.url);
  await say(family, 'leave a message');
  await inLog(family, 'What should the adviser know?').waitFor();
  await say(family, 'Please ring me about transport');
  await inLog(family, 'How can they reach you?').waitFor();
  await say(family, '07700 900123');
  await family.getByText('07700 900123').last().waitFor();
  await say(family, 'yes');
  await inLog(family, 'Your message is kept for an adviser').waitFor();
  const asha = await asAdviser('Asha');
  const line = asha.locator('.queue li').filter({ hasText: 'Message left' }).first();
  await line.waitFor();
  await line.getByRole('button').click();
  await asha.getByText('Please ring me about transport').first().waitFor();
  await asha.locator('.messages').getByText('07700 900123').waitFor();
  await asha.getByText('Ring or write to the family, then record how it ended.').waitFor();
  expect(await asha.getByLabel('Your reply to the family').count()).toBe(0);
  await asha.getByLabel('Call or meeting arranged').check();
  await asha.getByRole('button', { name: 'Close the case' }).click();
  await asha
    .getByText(/is closed\.$/)
    .first()
    .waitFor();
});

describe('settings', () => {
  /** How many notes the page has begun to play. */
  const notes = (page: Page) => page.evaluate(() => (globalThis as unknown as { notes: number }).notes);
  async function listening(): Promise<Page> {
    const context = await someone();
    await context.addInitScript(() => {
      const counted = globalThis as unknown as { notes: number };
      counted.notes = 0;
      const begin = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (when) {
        counted.notes += 1;
        begin.call(this, when);
      };
    });
    const page = await signIn(context, service.url, 'Asha');
    await page.getByRole('heading', { name: 'Signpost for advisers' }).click();
    return page;
  }

  test('of duty and sound are kept', async () => {
    const asha = await asAdviser('Asha');
    await asha.getByRole('switch', { name: 'On duty' }).click();
    await asha.getByRole('switch', { name: 'Off duty' }).waitFor();
    await asha.getByRole('button', { name: 'Settings' }).click();
    const sound = asha.getByRole('switch', { name: 'Sound' });
    await sound.click();
    await expect.poll(() => sound.getAttribute('aria-checked')).toBe('false');
    await asha.reload();
    await asha.getByRole('switch', { name: 'Off duty' }).click();
    await asha.getByRole('switch', { name: 'On duty' }).waitFor();
    await asha.getByRole('button', { name: 'Settings' }).click();
    expect(await sound.getAttribute('aria-checked')).toBe('false');
    await sound.click();
    await expect.poll(() => sound.getAttribute('aria-checked')).toBe('true');
  });

  test('a family that waits has two notes, danger three others, and with the sound off there are none', async () => {
    const asha = await listening();
    const { ref } = await familyWaits(await someone(), service.url);
    await queued(asha, 'Waiting', ref).waitFor();
    expect(await notes(asha)).toBe(2);
    const danger = await familyInDanger(await someone(), service.url);
    await queued(asha, 'Waiting', danger.ref).waitFor();
    expect(await notes(asha)).toBe(5);
    await asha.getByRole('button', { name: 'Settings' }).click();
    const sound = asha.getByRole('switch', { name: 'Sound' });
    await sound.click();
    await expect.poll(() => sound.getAttribute('aria-checked')).toBe('false');
    const last = await familyWaits(await someone(), service.url);
    await queued(asha, 'Waiting', last.ref).waitFor({ state: 'attached' });
    expect(await notes(asha)).toBe(5);
    await sound.click();
    await expect.poll(() => sound.getAttribute('aria-checked')).toBe('true');
  });
});

test('a case opens from its address, and one that is not there says so', async () => {
  const { ref } = await familyWaits(await someone(), service.url);
  const asha = await asAdviser('Asha');
  const href = await queued(asha, 'Waiting', ref).getByRole('link').getAttribute('href');
  await asha.goto(`${service.url}${href}`);
  await asha.reload();
  await asha.getByRole('heading', { name: `Case ${ref}` }).waitFor();
  await asha.getByRole('button', { name: 'Take this case' }).waitFor();
  await asha.goto(`${service.url}/console#case=11111111-1111-4111-8111-111111111111`);
  await asha.getByText('There is no such case').waitFor();
});

async function openPast(page: Page, ref: string): Promise<Page> {
  await page.getByRole('button', { name: 'Find a case' }).click();
  await page.getByLabel('Reference, six letters').fill(ref.toLowerCase());
  await page.getByRole('dialog').getByRole('button', { name: 'Find', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('link', { name: new RegExp(ref) })
    .click();
  await page.getByRole('heading', { name: `Case ${ref}` }).waitFor();
  await page.getByRole('log', { name: 'Messages' }).locator('article').first().waitFor();
  return page;
}

const inLogOf = (page: Page, ref: string) => queued(page, 'Mine', ref).waitFor();
