import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseLine, CaseSheet, Queue, SaidMessage } from '../../src/web/console/api.ts';
import { inOrder } from '../../src/web/console/browser/in-order.ts';
import { newsBetween } from '../../src/web/console/browser/news.ts';
import { EMPTY_TALK, type Talk } from '../../src/web/console/browser/state.ts';
import { withSaid, withSheet } from '../../src/web/console/browser/talks.ts';
import { daysLeft, spell } from '../../src/web/console/browser/times.ts';

const line = (id: string, more: Partial<CaseLine> = {}): CaseLine => ({
  id,
  ref: 'BCDF23',
  council: 'dudley',
  place: 'Dudley',
  state: 'waiting',
  red: false,
  reason: 'asked',
  openedAt: '2026-11-23T10:00:00Z',
  since: '2026-11-23T10:00:00Z',
  adviser: null,
  topic: null,
  deadline: null,
  owed: null,
  followUp: false,
  ...more,
});
const queue = (more: Partial<Queue>): Queue => ({
  at: '2026-11-23T10:00:00Z',
  waiting: [],
  mine: [],
  colleagues: [],
  ...more,
});
const types = (before: Partial<Queue>, after: Partial<Queue>) =>
  newsBetween(queue(before), queue(after)).map(({ type }) => type);

describe('what an adviser has to hear', () => {
  test('is nothing when nothing has changed', () => {
    const same = { waiting: [line('a', { red: true })], mine: [line('b', { owed: '2026-11-23T10:00:00Z' })] };
    expect(types(same, same)).toEqual([]);
  });
  test('is danger once, however the case moves on', () => {
    const red = line('a', { red: true });
    expect(types({ waiting: [line('a')] }, { waiting: [red] })).toEqual(['danger']);
    expect(types({}, { waiting: [red] })).toEqual(['danger']);
    expect(types({ waiting: [red] }, { mine: [red] })).toEqual([]);
  });
  test('is a family that waits, also one that comes back to the queue', () => {
    expect(types({}, { waiting: [line('a')] })).toEqual(['waiting']);
    expect(types({ colleagues: [line('a')] }, { waiting: [line('a')] })).toEqual(['waiting']);
  });
  test('is a case that a colleague gave, and not one that the adviser took', () => {
    const claimed = line('a', { state: 'claimed' });
    expect(types({ colleagues: [line('a', { state: 'live' })] }, { mine: [claimed] })).toEqual(['given']);
    expect(types({ waiting: [line('a')] }, { mine: [claimed] })).toEqual([]);
  });
  test("is the family's first word after an answer", () => {
    const owed = line('a', { state: 'live', owed: '2026-11-23T10:05:00Z' });
    expect(types({ mine: [line('a', { state: 'live' })] }, { mine: [owed] })).toEqual(['answer']);
    expect(types({ mine: [owed] }, { mine: [owed] })).toEqual([]);
  });
});

const said = (seq: number, clientId: string | null = null): SaidMessage => ({
  seq,
  who: clientId === null ? 'family' : 'adviser',
  name: '',
  text: `words ${seq}`,
  at: new Date(Date.parse('2026-11-23T10:00:00Z') + seq * 1000).toISOString(),
  clientId,
});

describe('what was said', () => {
  test('is there once and in order, however its pages overlap and repeat', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 10 }),
        (sizes, again) => {
          const total = sizes.reduce((sum, one) => sum + one, 0);
          const all = Array.from({ length: total }, (_, index) => said(index + 1));
          let talk: Talk = EMPTY_TALK;
          let at = 0;
          const take = (from: number, to: number) => {
            talk = { ...talk, ...withSaid(talk, { messages: all.slice(from, to), watermark: to }) };
          };
          for (const [index, size] of sizes.entries()) {
            take(at, at + size);
            at += size;
            take((again[index] ?? 0) % at, at);
          }
          expect(talk.messages.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq));
          expect(talk.watermark).toBe(total);
        },
      ),
    );
  });
  test("takes the place of the screen's own message that waited for it", () => {
    const unsent = { clientId: 'x', text: 'words 1', at: '', delivery: 'waiting', why: null } as const;
    const talk = { ...EMPTY_TALK, unsent: [unsent, { ...unsent, clientId: 'y' }] };
    const after = withSaid(talk, { messages: [said(1, 'x')], watermark: 1 });
    expect(after.unsent?.map(({ clientId }) => clientId)).toEqual(['y']);
  });
  test('has each note after what had been said by then', () => {
    const note = (second: number) => ({
      at: said(second).at,
      by: 'Asha',
      type: 'noted',
      text: `note ${second}`,
    });
    const entries = inOrder([said(1), said(3)], [note(0), note(2), note(9)]);
    expect(entries.map((one) => (one.type === 'said' ? one.said.text : one.text))).toEqual([
      'note 0',
      'words 1',
      'note 2',
      'words 3',
      'note 9',
    ]);
  });
});

test.each([
  [-5_000, 'under 1 min'],
  [59_000, 'under 1 min'],
  [60_000, '1 min'],
  [3_600_000, '1 h'],
  [3_900_000, '1 h 5 min'],
  [86_400_000, '1 day'],
  [3 * 86_400_000, '3 days'],
])('%d milliseconds are "%s"', (ms, words) => {
  expect(spell(ms)).toBe(words);
});

test.each([
  [0, 'today'],
  [1, '1 day left'],
  [3, '3 days left'],
  [-1, 'passed 1 day ago'],
  [-2, 'passed 2 days ago'],
])('%d days are "%s"', (days, words) => {
  expect(daysLeft(days)).toBe(words);
});

test('what a family had deleted leaves the screen of whoever reads it', () => {
  const said: SaidMessage = {
    seq: 4,
    who: 'family',
    name: 'Family',
    text: 'he cries every morning',
    at: '2026-11-23T10:00:00Z',
    clientId: null,
  };
  const sheet: CaseSheet = {
    ...line('a', { state: 'abandoned' }),
    contact: null,
    message: null,
    sharedAll: true,
    forgotten: false,
    understood: [],
    pathway: null,
    deadlines: [],
    history: [],
    watermark: 4,
  };
  const talk = { ...EMPTY_TALK, messages: [said], watermark: 4 };
  expect({ ...talk, ...withSheet(sheet) }.messages).toEqual([said]);
  const bare = { ...talk, ...withSheet({ ...sheet, forgotten: true }) };
  expect(bare.messages).toEqual([]);
  expect(bare.watermark).toBe(4);
});
