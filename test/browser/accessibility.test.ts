import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getAnswer, inLog, openBrowser, openChat, said, say } from './support/family.ts';
import { type Service, startService } from './support/service.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let service: Service;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  service = await startService();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});
afterEach(async () => {
  service.hold = null;
  service.failures = 0;
  service.conversations.clear();
  await Promise.all(contexts.splice(0).map((one) => one.close()));
});

async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  contexts.push(context);
  return context;
}

/** Everything axe has to say against a page, in words. */
async function violations(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, WCAG);
}

const asha = { id: 'adviser-1', name: 'Asha' };
const deliver = (activity: object) => {
  const [conversation = ''] = service.conversations;
  return service.directLine.deliver(conversation, [
    { from: 'adviser', activity: { from: asha, ...activity } },
  ]);
};

/** Each state that a family can see, and the way into it. */
const STATES: [string, (page: Page) => Promise<void>][] = [
  ['open, before anything is said', async () => {}],
  [
    'typing',
    async (page) => {
      service.hold = new Promise(() => {});
      await say(page, 'hello');
      await page.getByText('Signpost is writing').waitFor();
    },
  ],
  ['an answer with quick replies, days and a rating', getAnswer],
  [
    'an error with a retry',
    async (page) => {
      await page.route('**/activities', (route) => route.fulfill({ status: 415, json: {} }));
      await say(page, 'hello');
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  ],
  [
    'offline',
    async (page) => {
      await page.context().setOffline(true);
      await page.getByText('You are offline').waitFor();
    },
  ],
  [
    'a person joined and left',
    async (page) => {
      await getAnswer(page);
      await deliver({ type: 'event', name: 'handoff.status', value: { state: 'accepted' } });
      await deliver({ type: 'message', text: 'Hello, how can I help?' });
      await deliver({ type: 'event', name: 'handoff.status', value: { state: 'completed' } });
      await page.getByRole('group', { name: 'Did talking to a person help?' }).waitFor();
    },
  ],
  [
    'rated',
    async (page) => {
      await getAnswer(page);
      await page.getByRole('button', { name: 'Yes, it helped' }).click();
      await inLog(page, 'Thank you for telling us.').waitFor();
    },
  ],
  [
    'expired',
    async (page) => {
      await getAnswer(page);
      service.later(31);
      await say(page, 'hello');
      await inLog(page, 'Your earlier chat was closed').waitFor();
    },
  ],
];

describe.each([
  ['by day', {}],
  ['by night', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
] as [string, BrowserContextOptions][])('axe finds nothing %s', (_, options) => {
  test.each(STATES)('in the state: %s', async (__, enter) => {
    const page = await openChat(await newContext(options), service.url);
    await enter(page);
    expect(await violations(page)).toEqual([]);
  });

  test.each([
    '/',
    '/contacts?council=dudley',
    '/contacts',
    '/chat?council=leicester',
    '/chat',
    '/chat?council=atlantis',
  ])('on the page %s', async (path) => {
    const page = await (await newContext(options)).newPage();
    await page.goto(service.url + path);
    expect(await violations(page)).toEqual([]);
  });

  test('with the launcher closed, open, and closed again', async () => {
    const page = await (await newContext(options)).newPage();
    await page.goto(service.url);
    await page.getByRole('button', { name: 'Chat about SEND' }).click();
    await page.frameLocator('iframe').getByLabel('Your message').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await violations(page)).toEqual([]);
  });

  test('on the page without script, before and after an answer', async () => {
    const context = await newContext({ ...options, javaScriptEnabled: false });
    const page = await openChat(context, service.url);
    await getAnswer(page);
    const html = await page.content();
    // axe needs script, so the very page that was served is laid out again where there is some.
    const lab = await (await newContext(options)).newPage();
    await lab.setContent(html);
    expect(await violations(lab)).toEqual([]);
  });
});

describe('the keyboard alone', () => {
  test('does everything, in the order of the page, and never loses its place', async () => {
    const page = await (await newContext()).newPage();
    await page.goto(service.url);
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
    const page = await openChat(await newContext({ viewport: { width: 320, height: 256 } }), service.url);
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
    const page = await openChat(await newContext({ viewport }), service.url);
    await getAnswer(page);
    expect(await sideways(page)).toBe(0);
    await page.goto(`${service.url}/contacts?council=dudley`);
    expect(await sideways(page)).toBe(0);
    await page.goto(service.url);
    await page.getByRole('button', { name: 'Chat about SEND' }).click();
    expect(await sideways(page)).toBe(0);
  });

  test('with wide text spacing cuts nothing off', async () => {
    const page = await openChat(
      await newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true }),
      service.url,
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
    const page = await openChat(await newContext({ viewport: { width: 320, height: 640 } }), service.url);
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
      const page = await openChat(await newContext({ reducedMotion }), service.url);
      service.hold = new Promise(() => {});
      await say(page, 'hello');
      await page.getByText('Signpost is writing').waitFor();
      return page.evaluate(() => document.getAnimations().length);
    };
    expect(await moving('no-preference')).toBe(1);
    expect(await moving('reduce')).toBe(0);
  });
});

describe('names in the accessibility tree', () => {
  test('say what everything is', async () => {
    const page = await openChat(await newContext(), service.url);
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
    const page = await openChat(await newContext(), service.url);
    const live = await page.locator('#heard').getAttribute('aria-live');
    expect(live).toBe('polite');
    await record(page);
    await getAnswer(page);
    const heard = await recorded(page);
    expect(heard.filter((one) => one.includes('It sounds as if the council'))).toHaveLength(1);
    expect(heard.filter((one) => one.includes('Your appeal must reach the tribunal by'))).toHaveLength(1);
    expect(heard.filter((one) => one.startsWith('Signpost: '))).toHaveLength(2);
    expect(heard.join()).not.toContain('Yes, it helped');
    expect(heard.join()).not.toContain('Hello. This is Signpost');
    await page.reload();
    await record(page);
    await page.locator('article.bot .after').waitFor();
    expect(await recorded(page)).toEqual([]);
    expect((await said(page)).length).toBe(4);
  });

  test('has no other region that speaks', async () => {
    const page = await openChat(await newContext(), service.url);
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
