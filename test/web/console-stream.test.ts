/** The adviser's open screen: what reaches it, what never does, and what ends it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Hint } from '../../src/handoff/feed.ts';
import type { AdviserRow } from '../../src/storage/contract/advisers.ts';
import { coalesced } from '../../src/web/console/stream/coalesced.ts';
import { type ConsoleService, type Screen, startConsole } from './support/console.ts';

let service: ConsoleService;
let sam: AdviserRow;
let cookie: string;
beforeEach(async () => {
  // Only what a screen does by itself every so often; sockets need the real ones.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  service = await startConsole();
  sam = await service.adviser('Sam');
  cookie = await service.signIn(sam);
});
afterEach(async () => {
  await service.stop();
  vi.useRealTimers();
});

const open = async (as = cookie): Promise<Screen> => {
  const screen = service.screen(as);
  await screen.opened;
  return screen;
};
/** Resolves once the screen has dealt with everything that it was sent before. */
const settled = async (screen: Screen): Promise<void> => {
  const id = await service.family('dudley');
  await service.says(id, `settled ${id}`);
  screen.send({ type: 'watch', id, after: 0 });
  await screen.heard('said', (frame) => frame.id === id);
};
const live = async (): Promise<string> => {
  const id = await service.family('dudley');
  await service.acts(id, sam, { type: 'claim' });
  await service.acts(id, sam, { type: 'join' });
  return id;
};
const said = (screen: Screen, id: string): string[] =>
  screen.frames.flatMap((frame) =>
    frame.type === 'said' && frame.id === id ? frame.said.messages.map(({ text }) => text) : [],
  );

describe('nobody opens a screen', () => {
  test.each([
    ['without a sign-in', { cookie: '' }, 401],
    ['with one that was made up', { cookie: 'signpost-console=nonsense' }, 401],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from no page at all', { origin: '' }, 403],
    ['when the browser says that another site asks', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s', async (_, headers, status) => {
    expect(await service.screen(cookie, headers).closed).toBe(status);
  });
  test('with a sign-in that has run out', async () => {
    service.later(31);
    expect(await service.screen(cookie).closed).toBe(401);
  });
  test('beside six others: the oldest is closed, and told so', async () => {
    const screens: Screen[] = [];
    for (let n = 0; n < 7; n++) screens.push(await open());
    expect(await screens[0]?.closed).toBe(4429);
    await settled(screens[6] as Screen);
    expect(screens.slice(1).every(({ socket }) => socket.readyState === socket.OPEN)).toBe(true);
  });
});

describe('a screen is closed', () => {
  test.each([
    ['words', 'hello'],
    ['no object', '[]'],
    ['an unknown type', '{"type":"shutdown"}'],
    ['a place that is none', '{"type":"watch","id":"x","after":-1}'],
    ['a case that is none', '{"type":"watch","id":{"$ne":null},"after":0}'],
    ['more than it may say', '{"type":"here","and":1}'],
  ])('for rubbish: %s', async (_, frame) => {
    const screen = await open();
    screen.send(frame);
    expect(await screen.closed).toBe(1008);
  });
  test('for bytes, and for a frame that is too long', async () => {
    const bytes = await open();
    bytes.socket.send(Buffer.from('{"type":"here"}'));
    expect(await bytes.closed).toBe(1008);
    const long = await open();
    long.send({ type: 'watch', id: 'x'.repeat(2_000), after: 0 });
    expect(await long.closed).toBe(1009);
  });
  test('for a flood of frames', async () => {
    const screen = await open();
    for (let n = 0; n < 2_000; n++) screen.send({ type: 'unwatch', id: 'x' });
    expect(await screen.closed).toBe(1008);
  });
  test('within a minute when its account was disabled, with all the others of that adviser', async () => {
    const screens = [await open(), await open()];
    for (let pings = 0; pings < 2; pings++) {
      await vi.advanceTimersByTimeAsync(25_000);
      // A screen that answers nothing between two pings is taken for dead.
      for (const screen of screens) await settled(screen);
    }
    await service.storage.transaction((tx) => tx.saveAdviser({ ...sam, disabled: true }));
    await vi.advanceTimersByTimeAsync(10_000);
    for (const screen of screens) expect(await screen.closed).toBe(4401);
  });
  test('by the first thing it says after its sign-in was revoked', async () => {
    const id = await live();
    for (const frame of [{ type: 'here' }, { type: 'typing', id }, { type: 'watch', id, after: 0 }]) {
      const screen = await open(await service.signIn(sam));
      await service.storage.transaction((tx) => tx.endSessionsOf(sam.id));
      screen.send(frame);
      expect(await screen.closed).toBe(4401);
      expect(said(screen, id)).toEqual([]);
    }
  });
  test('before it is sent another word of a family', async () => {
    const id = await live();
    const screen = await open();
    screen.send({ type: 'watch', id, after: 0 });
    await screen.heard('said');
    await service.storage.transaction((tx) => tx.endSessionsOf(sam.id));
    await service.says(id, 'a secret');
    expect(await screen.closed).toBe(4401);
    expect(said(screen, id)).not.toContain('a secret');
  });
  test('when it answers nothing any more', async () => {
    const screen = await open();
    screen.socket.pause();
    await vi.advanceTimersByTimeAsync(50_000);
    screen.socket.resume();
    expect(await screen.closed).toBe(1006);
  });
  test('at once when it is signed out, and no other one', async () => {
    const screen = await open();
    const other = await open(await service.signIn(sam));
    await service.post('/console/sign-out', new URLSearchParams(), cookie);
    expect(await screen.closed).toBe(4401);
    await settled(other);
  });
});

describe('another council’s case', () => {
  test('is not watched, and the log says who asked', async () => {
    const foreign = await service.family('somerset');
    await service.says(foreign, 'a secret');
    const screen = await open();
    screen.send({ type: 'watch', id: foreign, after: 0 });
    screen.send({ type: 'typing', id: foreign });
    await settled(screen);
    await service.says(foreign, 'another secret');
    await settled(screen);
    expect(JSON.stringify(screen.frames)).not.toContain('secret');
    expect(service.log.filter((line) => line.includes(foreign) && line.includes(sam.id))).toHaveLength(2);
  });
  test('changes without a sign on this screen', async () => {
    const screen = await open();
    await service.family('somerset');
    await settled(screen);
    // `settled` opens a case of our own council, which is the only change that is heard.
    expect(screen.frames.filter(({ type }) => type === 'queue')).toHaveLength(1);
  });
  test('is no longer watched once the adviser has lost that council', async () => {
    const id = await live();
    const screen = await open();
    screen.send({ type: 'watch', id, after: 0 });
    await screen.heard('said');
    await service.storage.transaction((tx) => tx.saveAdviser({ ...sam, councils: ['leicester'] }));
    await service.says(id, 'a secret');
    await vi.waitFor(() => expect(service.log.join()).toContain(id));
    expect(said(screen, id)).not.toContain('a secret');
  });
});

describe('a watched case', () => {
  test('is read on from the screen’s own place, each message once and in order, twelve at a time', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => service.family('dudley')));
    for (const id of ids) await service.says(id, '1');
    const screen = await open();
    for (const id of ids) screen.send({ type: 'watch', id, after: 0 });
    for (let n = 2; n <= 20; n++) await Promise.all(ids.map((id) => service.says(id, String(n))));
    for (const id of ids) {
      await screen.heard('said', (frame) => frame.id === id && frame.said.messages.at(-1)?.text === '20');
      expect(said(screen, id)).toEqual(Array.from({ length: 20 }, (_, n) => String(n + 1)));
    }
  });
  test('goes on after a dropped line where it was', async () => {
    const id = await live();
    await service.says(id, 'before');
    const first = await open();
    first.send({ type: 'watch', id, after: 0 });
    const { said: seen } = await first.heard(
      'said',
      ({ said: one }) => one.messages.at(-1)?.text === 'before',
    );
    first.socket.terminate();
    await service.says(id, 'meanwhile');
    const second = await open();
    second.send({ type: 'watch', id, after: seen.watermark });
    await second.heard('said');
    await service.says(id, 'after');
    await second.heard('said', ({ said: one }) => one.messages.at(-1)?.text === 'after');
    expect(said(second, id)).toEqual(['meanwhile', 'after']);
  });
  test('is not read on once it is no longer watched, nor once the talk is over', async () => {
    const [left, over] = [await live(), await live()];
    const screen = await open();
    screen.send({ type: 'watch', id: left, after: 0 });
    screen.send({ type: 'watch', id: over, after: 0 });
    screen.send({ type: 'unwatch', id: left });
    await settled(screen);
    await service.acts(over, sam, { type: 'finish' });
    service.later(1);
    for (const id of [left, over]) await service.says(id, 'a secret');
    service.feed.publish({ type: 'typing', conversationId: over, who: 'family', name: '' });
    await settled(screen);
    expect(JSON.stringify(screen.frames)).not.toContain('a secret');
    expect(screen.frames.some(({ type }) => type === 'typing')).toBe(false);
  });
  test('tells of its changes and of the family’s typing', async () => {
    const id = await live();
    const screen = await open();
    screen.send({ type: 'watch', id, after: 0 });
    await screen.heard('said');
    await service.acts(id, sam, { type: 'note', text: 'a note' });
    await screen.heard('case', (frame) => frame.id === id);
    const row = await service.storage.read((tx) => tx.caseById(id));
    const conversationId = row?.conversationId ?? '';
    service.feed.publish({ type: 'typing', conversationId, who: 'adviser', name: 'Sam' });
    service.feed.publish({ type: 'typing', conversationId, who: 'family', name: '' });
    await screen.heard('typing', (frame) => frame.id === id);
    expect(screen.frames.filter(({ type }) => type === 'typing')).toHaveLength(1);
  });
});

describe('the adviser', () => {
  test('is seen typing by the family of their own live case alone', async () => {
    const hints: Hint[] = [];
    service.feed.listen((hint) => hint.type === 'typing' && hints.push(hint));
    const priya = await service.adviser('Priya');
    const hers = await service.family('dudley');
    await service.acts(hers, priya, { type: 'claim' });
    await service.acts(hers, priya, { type: 'join' });
    const waiting = await service.family('dudley');
    const mine = await live();
    const screen = await open();
    for (const id of [hers, waiting, mine]) screen.send({ type: 'typing', id });
    await settled(screen);
    const row = await service.storage.read((tx) => tx.caseById(mine));
    expect(hints).toEqual([
      { type: 'typing', conversationId: row?.conversationId, who: 'adviser', name: 'Sam' },
    ]);
  });
  test('is there when the screen opens, and whenever it says so', async () => {
    const seen = async () => (await service.storage.read((tx) => tx.adviser(sam.id)))?.seenAt;
    expect(await seen()).toBeNull();
    const screen = await open();
    await settled(screen);
    const first = service.now();
    expect(await seen()).toEqual(first);
    service.later(0.2);
    screen.send({ type: 'here' });
    await settled(screen);
    expect(await seen()).toEqual(first);
    service.later(0.2);
    screen.send({ type: 'here' });
    await settled(screen);
    expect(await seen()).toEqual(service.now());
  });
  test('stays signed in at both of two desks', async () => {
    const other = await service.signIn(sam);
    const screens = [await open(), await open(other)];
    for (let minutes = 0; minutes < 60; minutes += 10) {
      service.later(10);
      for (const screen of screens) {
        screen.send({ type: 'here' });
        await settled(screen);
      }
    }
    for (const each of [cookie, other]) expect((await service.get('/console/api/me', each)).status).toBe(200);
  });
  test('stays signed in for as long as the screen says that it is there, and eight hours at most', async () => {
    const screen = await open();
    for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
      screen.send({ type: 'here' });
      await settled(screen);
      service.later(10);
    }
    expect((await service.get('/console/api/me', cookie)).status).toBe(200);
    service.later(10);
    screen.send({ type: 'here' });
    expect(await screen.closed).toBe(4401);
  });
});

test('hints come at once, and then no more often than they may', () => {
  vi.useFakeTimers();
  let calls = 0;
  const ask = coalesced(200, () => calls++);
  for (let n = 0; n < 50; n++) ask();
  expect(calls).toBe(1);
  vi.advanceTimersByTime(200);
  expect(calls).toBe(2);
  vi.advanceTimersByTime(1_000);
  expect(calls).toBe(2);
  ask();
  expect(calls).toBe(3);
});
