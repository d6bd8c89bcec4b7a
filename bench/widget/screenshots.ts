/** `npm run screenshots`: the chat on phone, desktop and in dark mode, and a talk with an adviser, into docs/images/, from the real thing. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium } from 'playwright-core';
import { projectRoot } from '../../src/shared/project-root.ts';
import { launchBrowser } from '../../test/browser/support/launch.ts';
import { startService } from '../../test/browser/support/service.ts';
import { talkShots } from './talk-shots.ts';

const FOLDER = join(projectRoot, 'docs', 'images');
const LETTER = "They've refused to assess my son for an EHCP, the letter is dated 12 November 2026";

const SHOTS: [string, BrowserContextOptions][] = [
  ['widget-phone', { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }],
  ['widget-desktop', { viewport: { width: 1280, height: 800 } }],
  ['widget-dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
];

mkdirSync(FOLDER, { recursive: true });
const service = await startService();
const server = await launchBrowser();
const browser = await chromium.connect(server.wsEndpoint());
for (const [name, options] of SHOTS) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(service.url);
  await page.getByRole('button', { name: 'Chat about SEND' }).click();
  const chat = page.frameLocator('iframe');
  await chat.getByLabel('Your message').fill(LETTER);
  await chat.getByRole('button', { name: 'Send' }).click();
  await chat.locator('article.bot .after').waitFor();
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await context.close();
}
await service.stop();
await talkShots(browser, FOLDER);
await browser.close();
await server.close();
