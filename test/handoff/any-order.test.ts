/**
 * A family, two advisers, the clock and an unreliable server, in whatever order they come: on the real bot, the
 * real desk and a real database that is closed and opened again in between.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWords } from '../../dialogs/load-words.ts';
import { Case } from '../../src/handoff/case.ts';
import type { AdviserCommand } from '../../src/handoff/command.ts';
import type { Acted } from '../../src/handoff/desk.ts';
import { startTalk, type Talk } from '../support/talk.ts';

const { wording } = loadWords();

type Name = 'Sam' | 'Priya';
type Act =
  | { readonly who: 'family'; readonly says: string }
  | { readonly who: Name; readonly does: AdviserCommand['type'] }
  | { readonly who: 'both'; readonly does: 'claim' }
  | { readonly who: 'clock'; readonly minutes: number }
  | { readonly who: 'server' };

const name = fc.constantFrom<Name>('Sam', 'Sam', 'Priya');
/** Most of what advisers do, so that most runs come to a talk. */
const OFTEN = ['claim', 'claim', 'join', 'say', 'say', 'say', 'say'] as const;
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(
        'a person please',
        'yes, share it',
        ...Array(5).fill('the bus did not come again'),
        'stop',
      )
      .map((says): Act => ({ who: 'family', says })),
  },
  {
    weight: 8,
    arbitrary: fc
      .tuple(name, fc.constantFrom(...OFTEN, 'transfer', 'return', 'finish', 'close'))
      .map(([who, does]): Act => ({ who, does })),
  },
  { weight: 2, arbitrary: fc.constant<Act>({ who: 'both', does: 'claim' }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1, 1, 2, 4, 20).map((minutes): Act => ({ who: 'clock', minutes })),
  },
  { weight: 1, arbitrary: fc.constant<Act>({ who: 'server' }) },
);

/** What must have come of it, kept beside the real thing. */
class Expected {
  readonly fromFamily: string[] = [];
  readonly fromAdvisers: string[] = [];
}

async function caseOf(talk: Talk): Promise<Case | null> {
  const rows = await talk.storage.read((tx) => tx.casesOf(talk.conversationId));
  expect(rows.filter(({ open }) => open).length).toBeLessThanOrEqual(1);
  const row = rows.find(({ open }) => open) ?? rows[0];
  return row === undefined ? null : Case.parse(row.body);
}

function command(does: AdviserCommand['type'], text: string, other: Name): AdviserCommand {
  switch (does) {
    case 'say':
    case 'note':
      return { type: does, text };
    case 'transfer':
      return { type: does, to: `id-${other}` };
    case 'close':
      return { type: does, outcome: 'advice-given' };
    default:
      return { type: does };
  }
}

async function adviserActs(
  talk: Talk,
  who: Name,
  does: AdviserCommand['type'],
  text: string,
): Promise<Acted | null> {
  const of = await caseOf(talk);
  if (of === null) return null;
  const signedIn = { ref: { id: `id-${who}`, name: who, desk: 'console' as const }, councils: ['dudley'] };
  const other = who === 'Sam' ? 'Priya' : 'Sam';
  return talk.desk.act(of.id, signedIn, command(does, text, other), randomUUID());
}

/** Does one act, and checks what must be true of it at once. @returns the talk, which a restart replaces */
async function carryOut(talk: Talk, next: Act, expected: Expected): Promise<Talk> {
  switch (next.who) {
    case 'family': {
      const before = await caseOf(talk);
      await talk.shown();
      const text = `${next.says}${next.says.startsWith('the bus') ? ` ${expected.fromFamily.length}` : ''}`;
      expected.fromFamily.push(text);
      await talk.terminal.say({ text });
      // The numbers for somebody who may be in danger come in every state.
      const answered = (await talk.shown()).some(
        ({ from, activity }) => from === 'bot' && !activity.text?.startsWith(wording.maybeUrgent.open),
      );
      const inTalk = before?.status.state === 'live' && next.says !== 'stop';
      // Rule 10: silent while a person talks, and there again as soon as nobody does.
      if (inTalk) expect(answered).toBe(false);
      else if (before?.status.state !== 'claimed') expect(answered).toBe(true);
      return talk;
    }
    case 'both': {
      const state = (await caseOf(talk))?.status.state;
      const [sam, priya] = await Promise.all([
        adviserActs(talk, 'Sam', 'claim', ''),
        adviserActs(talk, 'Priya', 'claim', ''),
      ]);
      if (state !== 'waiting') return talk;
      const winners = [sam, priya].filter((one) => one?.ok === true);
      const losers = [sam, priya].flatMap((one) => (one?.ok === false ? [one.refusal] : []));
      expect(winners).toHaveLength(1);
      expect(losers).toMatchObject([{ why: 'taken' }]);
      return talk;
    }
    case 'Sam':
    case 'Priya': {
      const text = `words ${expected.fromAdvisers.length} of ${next.who}`;
      const acted = await adviserActs(talk, next.who, next.does, text);
      if (next.does === 'say' && acted?.ok === true) expected.fromAdvisers.push(text);
      return talk;
    }
    case 'clock':
      await talk.pass(next.minutes);
      return talk;
    case 'server':
      return talk.restart();
  }
}

async function history(talk: Talk) {
  const said = await talk.storage.read((tx) => tx.activitiesAfter(talk.conversationId, 0, 10_000));
  const of = (sender: 'user' | 'adviser') =>
    said.flatMap(({ from, activity }) =>
      from === sender && activity.type === 'message' ? [activity.text] : [],
    );
  return { family: of('user'), advisers: of('adviser') };
}

describe('whatever happens in whatever order', () => {
  it('one adviser at most has the case, the bot keeps silent while a person talks, and no word is lost or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (acts) => {
        let talk = await startTalk({
          council: 'dudley',
          today: '2026-11-23',
          advisers: [
            { name: 'Sam', council: 'dudley', atWork: true },
            { name: 'Priya', council: 'dudley', atWork: false },
          ],
        });
        try {
          const expected = new Expected();
          const asking: Act = { who: 'family', says: 'a person please' };
          for (const next of [asking, ...acts]) talk = await carryOut(talk, next, expected);
          expect(await history(talk)).toEqual({
            family: expected.fromFamily,
            advisers: expected.fromAdvisers,
          });
        } finally {
          await talk.end();
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
