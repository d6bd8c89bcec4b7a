/** The pictures of Teams in the README, taken from Microsoft's own client: npm run screenshots:teams */
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { projectRoot } from '../../src/shared/project-root.ts';
import { familyWaits } from '../../test/browser/support/console-adviser.ts';
import { LETTER } from '../../test/browser/support/family.ts';
import { launchBrowser } from '../../test/browser/support/launch.ts';
import {
  openChannel,
  openPersonal,
  openTeams,
  post,
  STAFF_FILE,
  startPlayground,
  write,
} from '../../test/browser/support/playground.ts';
import { startService } from '../../test/browser/support/service.ts';

const FOLDER = join(projectRoot, 'docs/images');

const service = await startService({ begins: '2026-11-23T09:42:00Z', env: { STAFF_FILE } });
const playground = await startPlayground(service.url);
const server = await launchBrowser();
const browser = await chromium.connect(server.wsEndpoint());
try {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 2600 },
    deviceScaleFactor: 1.25,
  });
  const teams = await openTeams(context, playground);
  await openChannel(teams, 'Cases');
  await teams.getByText('Signpost for staff').waitFor();
  await post(teams, 'post cases here');
  await teams.getByText('New cases of Dudley will be shown here').waitFor();
  await familyWaits(await browser.newContext(), service.url);
  await teams.getByRole('button', { name: 'Accept' }).waitFor();
  await picture(cardWith(teams, 'A family is waiting'), 'teams-channel.png');

  await openPersonal(teams);
  await write(teams, LETTER);
  await teams.getByRole('button', { name: 'Copy for the family' }).waitFor();
  await picture(cardWith(teams, 'The council will not assess · Dudley'), 'teams-answer.png');

  await openChannel(teams, 'Cases');
  await teams.getByRole('button', { name: 'Accept' }).click();
  await teams.getByText('Alex has taken this case').waitFor();
  await openPersonal(teams);
  await teams.getByText('What you write here now goes to the family').last().waitFor();
  await picture(cardWith(teams, 'What Signpost understood'), 'teams-case.png');
} finally {
  await browser.close();
  await server.close();
  await playground.stop();
  await service.stop();
}
process.exit(0);

function cardWith(page: Page, words: string): Locator {
  return page.locator('.ac-adaptiveCard').filter({ hasText: words }).last();
}

async function picture(card: Locator, name: string): Promise<void> {
  await card.scrollIntoViewIfNeeded();
  await card.screenshot({ path: join(FOLDER, name) });
}
