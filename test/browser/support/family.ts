/** A family at a browser: opens the chat, writes, reads. Waits for what must come, never for a time. */
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Frame,
  type Locator,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';

export async function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('browserAddress'));
}

/** The days of every test are counted from Saturday 21 November 2026. */
export const LETTER = "they've refused to assess my son for an EHCP, the letter is dated 12 November 2026";
export const APPEAL_DAY = 'Tuesday 12 January 2027';

export async function openChat(context: BrowserContext, url: string, council = 'dudley'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/chat?council=${council}`);
  return page;
}

export async function say(page: Page | Frame, words: string): Promise<void> {
  await page.getByLabel('Your message').fill(words);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

/** Says what leads to an answer with a deadline, and waits for it. */
export async function getAnswer(page: Page | Frame): Promise<void> {
  await say(page, LETTER);
  await page.locator('article.bot .after').first().waitFor();
}

/** Words in the conversation itself; the line that screen readers hear has them too. */
export function inLog(page: Page | Frame, words: string): Locator {
  return page.locator('#log').getByText(words);
}

/** Every message on the screen, as `who: first words`. */
export function said(page: Page | Frame): Promise<string[]> {
  return page.locator('#log article').evaluateAll((all) =>
    all.map((one) => {
      const words = one.querySelector('.typed,p')?.textContent ?? '';
      return `${one.className.split(' ')[0]}: ${words.slice(0, 40)}`;
    }),
  );
}

/** What stands beside each message of the family's own. */
export function states(page: Page): Promise<string[]> {
  return page.locator('article.family .state').allTextContents();
}
