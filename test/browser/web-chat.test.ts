import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APPEAL_DAY, LETTER, openBrowser } from './support/family.ts';
import { type Service, startService } from './support/service.ts';
import { webChatRoutes } from './support/web-chat.ts';

let service: Service;
let browser: Browser;
beforeAll(async () => {
  service = await startService({ routes: webChatRoutes() });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

test("Microsoft's Web Chat works against this server: greeting, message, answer, quick reply, each once", async () => {
  const page = await browser.newPage();
  await page.goto(`${service.url}/web-chat`);
  await page.getByRole('button', { name: 'Chat' }).click();
  const transcript = page.locator('.webchat__basic-transcript');
  const bubbles = (words: string) => transcript.locator('.webchat__text-content').filter({ hasText: words });
  await bubbles('This is Signpost for Dudley').waitFor();
  await page.getByPlaceholder('Type your message').fill(LETTER);
  await page.keyboard.press('Enter');
  await bubbles(`Your appeal must reach the tribunal by ${APPEAL_DAY}`).waitFor();
  const replies = page.getByRole('toolbar', { name: 'Suggested actions' });
  await replies.getByRole('button', { name: 'Talk to a person' }).click();
  await bubbles('For a person who is independent and free').waitFor();
  for (const words of [
    'This is Signpost for Dudley',
    'refused to assess my son',
    'Your appeal must reach',
    'Talk to a person',
  ]) {
    expect(await bubbles(words).count(), words).toBe(1);
  }
  expect(await page.getByText('Send failed').count()).toBe(0);
});
