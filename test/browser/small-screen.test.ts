/** Small screens, wide text, little motion. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getAnswer, openChat, say } from './support/family.ts';
import { stage } from './support/stage.ts';

const at = stage();

/** How far a page can be scrolled sideways. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const TEXT_SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

describe('a small or changed screen', () => {
  test.each([
    ['320 pixels wide', { width: 320, height: 640 }],
    ['zoomed to 400% on a desktop', { width: 320, height: 256 }],
  ])('%s needs no sideways scrolling', async (_, viewport) => {
    const page = await openChat(await at.visitor({ viewport }), at.service.url);
    await getAnswer(page);
    expect(await sideways(page)).toBe(0);
    await page.goto(`${at.service.url}/contacts?council=dudley`);
    expect(await sideways(page)).toBe(0);
    await page.goto(at.service.url);
    await page.getByRole('button', { name: 'Chat about SEND' }).click();
    expect(await sideways(page)).toBe(0);
  });

  test('with wide text spacing cuts nothing off', async () => {
    const page = await openChat(
      await at.visitor({ viewport: { width: 320, height: 640 }, bypassCSP: true }),
      at.service.url,
    );
    await getAnswer(page);
    await page.addStyleTag({ content: TEXT_SPACING });
    expect(await sideways(page)).toBe(0);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, p, h1, label, legend')]
        .filter((one) => one.closest('.vh') === null && getComputedStyle(one).clipPath === 'none')
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
        .map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
  });

  test('gives every button and link of its own at least 44 by 44 pixels', async () => {
    const page = await openChat(await at.visitor({ viewport: { width: 320, height: 640 } }), at.service.url);
    await getAnswer(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, header a, footer a, textarea')]
        .map((one) => ({ name: one.textContent, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
  });

  test('moves nothing when less motion is asked for', async () => {
    const moving = async (reducedMotion: 'reduce' | 'no-preference') => {
      const page = await openChat(await at.visitor({ reducedMotion }), at.service.url);
      at.service.hold = new Promise(() => {});
      await say(page, 'hello');
      await page.getByText('Signpost is writing').waitFor();
      return page.evaluate(() => document.getAnimations().length);
    };
    expect(await moving('no-preference')).toBe(1);
    expect(await moving('reduce')).toBe(0);
  });
});
