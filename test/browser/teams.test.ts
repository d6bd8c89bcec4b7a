/** Microsoft's own client in a browser, a member of staff at it, and a family in the widget. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { familyWaits } from './support/console-adviser.ts';
import { APPEAL_DAY, inLog, LETTER, openBrowser, say } from './support/family.ts';
import {
  openChannel,
  openPersonal,
  openTeams,
  type Playground,
  post,
  STAFF_FILE,
  startPlayground,
  write,
} from './support/playground.ts';
import { type Service, startService } from './support/service.ts';

let service: Service;
let playground: Playground;
let browser: Browser;
let context: BrowserContext;
let teams: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  service = await startService({ begins: '2026-11-23T10:00:00Z', env: { STAFF_FILE } });
  playground = await startPlayground(service.url);
  context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  context.setDefaultTimeout(15_000);
  teams = await openTeams(context, playground);
}, 60_000);
afterEach(async () => {
  await context.close();
  await playground.stop();
  await service.stop();
});

test('staff are welcomed, ask in a sentence, see the law and get the words for the family', async () => {
  await openPersonal(teams);
  await teams.getByText('Signpost for staff').waitFor();
  await write(teams, LETTER);
  await teams.getByText('Law: SI 2008/2699 r.20(1)(c)').first().waitFor();
  await teams.getByText('Two months from the date on your letter').first().waitFor();
  await teams.getByRole('button', { name: 'Copy for the family' }).click();
  const copy = teams.getByText(`Your appeal must reach the tribunal by ${APPEAL_DAY}`).last();
  await copy.waitFor();
});

test('staff fill in the form, and change what was understood', async () => {
  await openPersonal(teams);
  await teams.getByRole('button', { name: 'Count a date' }).click();
  await teams.getByText('Which date, and what is it the date of?').waitFor();
  await teams.getByRole('button', { name: 'Count', exact: true }).click();
  await teams.getByText('Please fill this in.').first().waitFor();
  await write(teams, LETTER);
  await teams.getByRole('button', { name: 'Change or add a date' }).click();
  await teams.getByRole('button', { name: 'Look up', exact: true }).click();
  await expect.poll(() => teams.getByText('The council will not assess · Dudley').count()).toBe(2);
});

test('a case goes from the channel to the adviser, to and fro with the family, and is closed', async () => {
  await openChannel(teams, 'Cases');
  await teams.getByText('Signpost for staff').waitFor();
  await post(teams, 'post cases here');
  await teams.getByText('New cases of Dudley will be shown here').waitFor();

  const home = await browser.newContext();
  home.setDefaultTimeout(15_000);
  const { family, ref } = await familyWaits(home, service.url);
  await teams.getByText(`Dudley · ${ref}`).waitFor();
  expect(await teams.locator('body').innerText()).not.toContain('refused to assess my son');
  await teams.getByRole('button', { name: 'Accept' }).click();
  await teams.getByText('Alex has taken this case').waitFor();

  await openPersonal(teams);
  await teams.getByText(`Case ${ref}, Dudley`).waitFor();
  await teams.getByText(LETTER).first().waitFor();
  await write(teams, 'Hello, I have read your letter.');
  await inLog(family, 'Alex has joined the chat').first().waitFor();
  await inLog(family, 'I have read your letter.').waitFor();
  await say(family, 'He cries every <b>morning</b>');
  await teams.getByText('He cries every <b>morning</b>').first().waitFor();

  await teams.getByRole('button', { name: 'Close the case' }).first().click();
  await teams.getByLabel('What came of it').first().click();
  await teams.getByRole('option').first().click();
  await teams.getByRole('button', { name: 'Close the case' }).last().click();
  await teams.getByText(`${ref} is closed`).first().waitFor();
  await family.getByRole('group', { name: 'Did talking to a person help?' }).waitFor();
  await openChannel(teams, 'Cases');
  await teams.getByText('This case is closed').waitFor();
  await home.close();
}, 90_000);
