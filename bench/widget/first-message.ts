/**
 * `npm run bench:widget`: from the click to the first message of the bot, on Slow 4G and a processor four
 * times slower, the widget and Microsoft's Web Chat by turns in the same run.
 */
import { type Browser, chromium, type Page } from 'playwright-core';
import { launchBrowser } from '../../test/browser/support/launch.ts';
import { startService } from '../../test/browser/support/service.ts';
import { webChatRoutes } from '../../test/browser/support/web-chat.ts';
import { slowNetwork } from './slow-network.ts';

const RUNS = Number(process.argv[2] ?? 7);
const PROCESSOR = 4;
const PATIENCE_MS = 120_000;

const service = await startService({ routes: webChatRoutes() });
const network = await slowNetwork(Number(new URL(service.url).port));
const server = await launchBrowser();
const browser = await chromium.connect(server.wsEndpoint());

const GREETING = 'Tell me in your own words what is wrong.';
const widget: number[] = [];
const webChat: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  widget.push(
    await measure(browser, '/', 'Chat about SEND', (page) =>
      page.frameLocator('iframe').locator('#log').getByText(GREETING).waitFor({ timeout: PATIENCE_MS }),
    ),
  );
  webChat.push(
    await measure(browser, '/web-chat', 'Chat', (page) =>
      page.getByText(GREETING).first().waitFor({ timeout: PATIENCE_MS }),
    ),
  );
}
report('widget', widget);
report('Web Chat', webChat);
await browser.close();
await server.close();
network.close();
await service.stop();

/** A fresh browser each time: nothing is in its cache but the page that holds the button. */
async function measure(
  from: Browser,
  path: string,
  button: string,
  shown: (page: Page) => Promise<void>,
): Promise<number> {
  const context = await from.newContext({ viewport: { width: 390, height: 760 } });
  const page = await context.newPage();
  await page.goto(network.url + path);
  const open = page.getByRole('button', { name: button, exact: true });
  await open.waitFor();
  const wire = await context.newCDPSession(page);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR });
  network.slowDown();
  const began = performance.now();
  await open.click();
  await shown(page);
  const took = performance.now() - began;
  network.speedUp();
  await context.close();
  return took;
}

function report(name: string, times: readonly number[]): void {
  const sorted = times.map(Math.round).toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  process.stdout.write(
    `${name.padEnd(9)} median ${median} ms, from ${sorted[0]} to ${sorted.at(-1)} ms, ${RUNS} runs\n`,
  );
}
