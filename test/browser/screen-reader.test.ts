/** A virtual screen reader reads a whole conversation from top to bottom, in the browser itself. */
import { createRequire } from 'node:module';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import { getAnswer, openBrowser } from './support/family.ts';
import { startService } from './support/service.ts';

interface Reader {
  start(options: { container: Element }): Promise<void>;
  next(): Promise<void>;
  lastSpokenPhrase(): Promise<string>;
  spokenPhraseLog(): Promise<string[]>;
  stop(): Promise<void>;
}

const require = createRequire(import.meta.url);

function readerSource(): string {
  const built = buildSync({
    stdin: {
      contents: "import { virtual } from '@guidepup/virtual-screen-reader'; globalThis.reader = virtual;",
      resolveDir: require
        .resolve('@guidepup/virtual-screen-reader/package.json')
        .replace(/package\.json$/, '../../..'),
    },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return built.outputFiles[0]?.text ?? '';
}

test('a whole conversation makes sense to somebody who only hears it', async () => {
  const service = await startService();
  const browser = await openBrowser();
  const page = await (await browser.newContext()).newPage();
  await page.clock.install();
  await page.goto(`${service.url}/chat?council=dudley`);
  await getAnswer(page);
  // What was announced has gone by now, so that it is not read twice.
  await page.clock.fastForward(20_000);
  await page.evaluate(readerSource());
  const heard = await page.evaluate(async () => {
    const { reader } = globalThis as unknown as { reader: Reader };
    await reader.start({ container: document.body });
    for (let step = 0; step < 500; step += 1) {
      await reader.next();
      if ((await reader.lastSpokenPhrase()) === 'end of document') break;
    }
    const log = await reader.spokenPhraseLog();
    await reader.stop();
    return log;
  });
  await browser.close();
  await service.stop();

  const place = (words: string, after = -1) =>
    heard.findIndex((one, at) => at > after && one.includes(words));
  // In this order, and each of them there.
  const order = [
    'heading, Help with SEND in Dudley, level 1',
    'link, Exit this page',
    'log, Messages',
    'heading, Signpost, level 2',
    'Hello. This is Signpost for Dudley.',
    'heading, You, level 2',
    "they've refused to assess my son",
    'Sent',
    'It sounds as if the council has decided not to assess',
    'Tuesday 12 January 2027',
    'The mediation adviser named in your letter.',
    'link, 0300 303 5857',
    'From:',
    'button, Add 12 January 2027 to my calendar',
    'group, Did this answer help?',
    'button, Yes, it helped',
    'group, Suggested replies',
    'button, Talk to a person',
    'textbox, Your message',
    'button, Send',
    'button, Forget this conversation',
  ];
  let at = -1;
  for (const words of order) {
    const found = place(words, at);
    expect(found, `"${words}" after "${heard[at]}"`).toBeGreaterThan(at);
    at = found;
  }
  expect(heard.at(-1)).toBe('end of document');
});
