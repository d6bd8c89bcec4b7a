/** A talk from both its ends, for `npm run screenshots`: the adviser's console and the family's phone. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { familyWaits, queued, reply, signIn, take } from '../../test/browser/support/console-adviser.ts';
import { startConsoleService } from '../../test/browser/support/console-service.ts';
import { inLog, say } from '../../test/browser/support/family.ts';

/** Makes `console.png` and `talk-phone.png` in the folder. */
export async function talkShots(browser: Browser, folder: string): Promise<void> {
  const service = await startConsoleService();
  await service.hire('Sam');
  await service.hire('Priya');
  const someone = () => browser.newContext({ viewport: { width: 1366, height: 768 } });
  const sam = await signIn(await someone(), service.url, 'Sam');
  const priya = await signIn(await someone(), service.url, 'Priya');

  const colleagues = await familyWaits(await someone(), service.url);
  await take(priya, colleagues.ref);
  await reply(priya, 'Hello, I am Priya.');
  await inLog(colleagues.family, 'Hello, I am Priya.').waitFor();
  service.later(4);
  const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };
  const { family, ref } = await familyWaits(await browser.newContext(phone), service.url);
  await take(sam, ref);
  service.later(1);
  const waiting = await familyWaits(await someone(), service.url);
  await queued(sam, 'Waiting', waiting.ref).waitFor();

  const answers = async (words: string) => {
    await reply(sam, words);
    await inLog(family, words).waitFor();
  };
  const writes = async (words: string) => {
    await say(family, words);
    await sam.locator('.messages').getByText(words).waitFor();
  };
  await answers('Hello, I am Sam. I have read what you wrote. How is he doing at school now?');
  await writes('only mornings. they ring me by 11 most days. do I have to do the mediation first?');
  await answers(
    'You only have to ring the mediation adviser, and you can say no. I will send you the steps.',
  );
  await sam.getByRole('button', { name: 'Note for advisers' }).click();
  await sam.getByLabel('Your note').fill('Sent home most days by 11. Ask about the part-time timetable.');
  await sam.getByRole('button', { name: 'Save the note' }).click();
  await sam.locator('article.note').waitFor();
  await sam.getByRole('button', { name: 'Reply to the family' }).click();
  await writes('thank you. nobody told me that');
  const box = sam.getByLabel('Your reply to the family');
  // It is not told at every letter, so one who has just written is not seen writing at once.
  while (!(await family.getByText('Sam is writing').isVisible())) {
    await box.fill('');
    await box.pressSequentially('Shall I ring you on Thursday, when', { delay: 50 });
  }
  await family.screenshot({ path: join(folder, 'talk-phone.png') });
  await sam.screenshot({ path: join(folder, 'console.png') });
  for (const context of browser.contexts()) await context.close();
  await service.stop();
}
