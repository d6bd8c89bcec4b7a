/** Everything can be done with the keyboard alone. */
import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getAnswer, inLog, openChat } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();

describe('the keyboard alone', () => {
  test('does everything, in the order of the page, and never loses its place', async () => {
    const page = await at.context.newPage();
    await page.goto(at.service.url);
    await page.getByRole('contentinfo').waitFor();
    const open = page.getByRole('button', { name: 'Chat about SEND' });
    await open.focus();
    await page.keyboard.press('Enter');
    const frame = page.frameLocator('iframe');
    const focused = () =>
      frame.locator(':focus').evaluate((one) => one.id || one.textContent?.trim() || one.tagName);
    await expect.poll(focused, { timeout: 10_000 }).toBe('text');
    await page.keyboard.type("they've refused to assess my son, the letter is dated 12 November 2026");
    await page.keyboard.press('Enter');
    await frame.locator('article.bot .after').waitFor();
    expect(await focused()).toBe('text');
    const back: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Shift+Tab');
      back.push(await focused());
    }
    expect(back.slice(0, 3)).toEqual(['Something else', 'Talk to a person', expect.any(String)]);
    await frame.getByRole('button', { name: 'Yes, it helped' }).focus();
    await page.keyboard.press('Space');
    await inLog(await frameOf(page), 'Thank you for telling us.').waitFor();
    expect(await focused()).toBe('text');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('send');
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('Contacts');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('forget');
    await page.keyboard.press('Escape');
    await open.waitFor();
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id)).toBe('open');
  });

  test('shows where it is, and nothing covers it, at 320 by 256 pixels', async () => {
    const page = await openChat(await at.visitor({ viewport: { width: 320, height: 256 } }), at.service.url);
    await getAnswer(page);
    await page.locator('#exit').focus();
    const seen = new Set<string>();
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const one = document.activeElement;
        if (one === null || one === document.body) return null;
        // A link over two lines has two boxes.
        const [box = one.getBoundingClientRect()] = one.getClientRects();
        const at = document.elementFromPoint(box.left + box.width / 2, Math.max(box.top, 0) + 8);
        return {
          name: one.id || one.textContent?.slice(0, 30) || one.tagName,
          visible: box.bottom > 0 && box.top < innerHeight && (one.contains(at) || at?.contains(one)),
          outline: getComputedStyle(one).outlineStyle,
        };
      });
      if (found === null) break;
      seen.add(found.name);
      expect(found, found.name).toMatchObject({ visible: true, outline: 'solid' });
    }
    expect([...seen]).toEqual(expect.arrayContaining(['text', 'send', 'forget']));
  });
});

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('there is no frame');
  return frame;
}
