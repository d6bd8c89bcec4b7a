/** What those hear who do not see the chat. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getAnswer, openChat, said } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();

describe('names in the accessibility tree', () => {
  test('say what everything is', async () => {
    const page = await openChat(at.context, at.service.url);
    await getAnswer(page);
    const tree = await page.locator('body').ariaSnapshot();
    for (const part of [
      'heading "Help with SEND in Dudley" [level=1]',
      'link "Exit this page"',
      'region "Conversation"',
      'log "Messages"',
      'heading "Signpost" [level=2]',
      'heading "You" [level=2]',
      'button "Add 12 January 2027 to my calendar"',
      'button "Print or save this"',
      'group "Did this answer help?"',
      'button "Yes, it helped"',
      'group "Suggested replies"',
      'button "Talk to a person"',
      'textbox "Your message"',
      'button "Send"',
      'button "Forget this conversation"',
    ]) {
      expect(tree).toContain(part);
    }
    expect(tree).not.toMatch(/(button|link|textbox)(?! ")/);
  });
});

describe('a screen reader', () => {
  test('hears each new message once, politely, and none of the history again', async () => {
    const page = await openChat(at.context, at.service.url);
    const live = await page.locator('#heard').getAttribute('aria-live');
    expect(live).toBe('polite');
    await record(page);
    await getAnswer(page);
    const fromBot = async () => (await recorded(page)).filter((one) => one.startsWith('Signpost: '));
    await expect.poll(fromBot).toHaveLength(2);
    const heard = await recorded(page);
    expect(heard.filter((one) => one.includes('It sounds as if the council'))).toHaveLength(1);
    expect(heard.filter((one) => one.includes('Your appeal must reach the tribunal by'))).toHaveLength(1);
    expect(heard.join()).not.toContain('Yes, it helped');
    expect(heard.join()).not.toContain('Hello. This is Signpost');
    await page.reload();
    await record(page);
    await page.locator('article.bot .after').waitFor();
    expect(await recorded(page)).toEqual([]);
    expect((await said(page)).length).toBe(4);
  });

  test('has no other region that speaks', async () => {
    const page = await openChat(at.context, at.service.url);
    const speaking = await page.evaluate(() =>
      [...document.querySelectorAll('[aria-live]:not([aria-live=off]), [role=status], [role=alert]')].map(
        ({ id }) => id,
      ),
    );
    expect(speaking).toEqual(['notice', 'heard']);
  });
});

async function record(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const region = document.getElementById('heard');
    if (region === null) return;
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) heard.push(node.textContent ?? '');
    }).observe(region, { childList: true });
  });
}

function recorded(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}
