/** A family writes, is answered, and does something with the answer. */
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { APPEAL_DAY, getAnswer, inLog, LETTER, openChat, said, say, states } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();

describe('a conversation', () => {
  test('is not opened by somebody who only looks', async () => {
    const page = await openChat(at.context, at.service.url);
    await page.getByText('Tell me in your own words what is wrong.').waitFor();
    await page.getByLabel('Your message').focus();
    await page.reload({ waitUntil: 'networkidle' });
    expect(at.service.conversations.size).toBe(0);
  });

  test('answers with the day first, as a time that programs can read, and with links that work', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    const answer = page.locator('article.bot').last();
    const first = answer.locator('p').first();
    expect(await first.textContent()).toContain(`Your appeal must reach the tribunal by ${APPEAL_DAY}`);
    expect(await first.locator('time').first().getAttribute('datetime')).toBe('2027-01-12');
    expect(await answer.locator('ol > li').count()).toBeGreaterThanOrEqual(4);
    expect(await answer.locator('a[href="tel:03003035857"]').count()).toBe(1);
    expect(await answer.locator('a[href^="mailto:"]').count()).toBeGreaterThan(0);
    expect(await answer.locator('em a[href^="https://"]').count()).toBeGreaterThan(0);
    expect(await states(page)).toEqual(['Sent']);
  });

  test('takes a quick reply, and the keyboard goes on in the message box', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await inLog(page, 'For a person who is independent and free').waitFor();
    expect((await said(page)).filter((line) => line === 'family: Talk to a person')).toHaveLength(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
  });

  test('shows what the family typed as they typed it, never as markup', async () => {
    const page = await openChat(at.context, at.service.url);
    const words = '<img src=x onerror="document.title=1"> **bold** [link](https://example.org)';
    await say(page, words);
    await page.getByText('Sent', { exact: true }).waitFor();
    expect(await page.locator('article.family .typed').textContent()).toBe(words);
    expect(await page.locator('#log img, #log article.family a, #log article.family strong').count()).toBe(0);
  });

  test('does not send an empty message, and says why', async () => {
    const page = await openChat(at.context, at.service.url);
    await say(page, '   ');
    await expect.poll(() => page.locator('#notice').textContent()).toBe('Write a message first.');
    expect(await page.locator('article.family').count()).toBe(0);
  });
});

describe('an answer', () => {
  test('can be rated once, and stays rated after a reload', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    await page.getByRole('button', { name: 'No, it did not help' }).click();
    await inLog(page, 'Thank you for telling us.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    await expect
      .poll(async () => (await at.service.metrics.text()).content)
      .toContain('signpost_ratings_total{about="answer",helped="no"} 1');
    await page.reload();
    await inLog(page, 'Thank you for telling us.').waitFor();
    expect(await page.getByRole('button', { name: 'Yes, it helped' }).count()).toBe(0);
  });

  test('gives its last day as a calendar file made in the browser', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Add 12 January 2027 to my calendar' }).first().click(),
    ]);
    expect(download.suggestedFilename()).toBe('2027-01-12.ics');
    expect(download.url()).toMatch(/^blob:/);
  });

  test('can be saved with all that was said, as a text file made in the browser', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a text file' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('chat.txt');
    expect(file.url()).toMatch(/^blob:/);
    const text = (await textOf(await file.createReadStream())).replaceAll('\r\n', '\n');
    expect(text).toMatch(/^Help with SEND in Dudley\n\nSignpost:\nHello\. This is Signpost for Dudley\./);
    expect(text).toContain(`\n\nYou:\n${LETTER}\n\nSignpost:\nIt sounds as if`);
    expect(text).toContain(`Your appeal must reach the tribunal by ${APPEAL_DAY}.`);
    expect(text).toMatch(/\n1\. \S.*\n2\. \S/s);
    expect(text).toMatch(/\(https:\/\/[^)]+\)/);
    expect(text).not.toMatch(/Print or save|Did this answer help|opens in a new tab|\n{3}/);
  });

  test('can be printed, with the conversation and without the buttons', async () => {
    const page = await openChat(at.context, at.service.url);
    await page.addInitScript('print = () => document.body.setAttribute("printed", "")');
    await page.reload();
    await getAnswer(page);
    await page.getByRole('button', { name: 'Print or save this' }).click();
    await page.locator('body[printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText(APPEAL_DAY).first().isVisible()).toBe(true);
    expect(await page.locator('button:visible, textarea:visible').count()).toBe(0);
  });
});
