import { describe, expect, it } from 'vitest';
import type { AdviserRef, Case } from '../../src/handoff/case.ts';
import type { AdviserCommand, FamilyCommand } from '../../src/handoff/command.ts';
import { type Command, decide } from '../../src/handoff/decide.ts';
import type { Decision } from '../../src/handoff/decision.ts';
import type { Situation } from '../../src/pathways/schema.ts';
import { inState, LIMITS, later, live, NINE, priya, sam, tess, waitingCase } from './support/cases.ts';

const at = NINE.toISOString();
const claimedBy = (adviser: AdviserRef) => inState({ state: 'claimed', since: at, adviser, at });
const wrappingBy = (adviser: AdviserRef) => inState({ state: 'wrapping', adviser, at, ended: 'by-adviser' });
const closed = inState({ state: 'closed', at, adviser: sam, outcome: 'advice' });
const left = inState(
  { state: 'message-left', since: at },
  { message: 'Please ring', contact: '07700 900123' },
);

const doing = (before: Case, command: Command, now = later(1)) => decide(before, command, now, LIMITS);
const adviser = (who: AdviserRef, command: AdviserCommand, colleague: AdviserRef | null = null): Command => ({
  by: 'adviser',
  adviser: who,
  command,
  colleague,
});
const family = (command: FamilyCommand): Command => ({ by: 'family', command });
const said = family({ type: 'said', danger: false });

function ok(decision: Decision): Extract<Decision, { ok: true }> {
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
  return decision;
}
const refusal = (decision: Decision) => (decision.ok ? null : decision.refusal);

describe('two advisers', () => {
  it('the second to claim is told who has the case, and takes nothing', () => {
    expect(refusal(doing(claimedBy(sam), adviser(priya, { type: 'claim' })))).toEqual({
      why: 'taken',
      by: sam,
    });
    expect(refusal(doing(live(sam), adviser(priya, { type: 'claim' })))).toEqual({ why: 'taken', by: sam });
  });

  it('claiming twice changes nothing', () => {
    const once = ok(doing(waitingCase(), adviser(sam, { type: 'claim' })));
    const twice = ok(doing(once.next, adviser(sam, { type: 'claim' })));
    expect(twice.next).toEqual(once.next);
    expect(twice.events).toEqual([]);
  });

  it.each<AdviserCommand>([
    { type: 'join' },
    { type: 'say', text: 'Hello' },
    { type: 'return' },
    { type: 'finish' },
    { type: 'close', outcome: 'advice' },
    { type: 'transfer', to: 'priya' },
  ])('another adviser cannot $type', (command) => {
    const decision = doing(live(sam), adviser(priya, command, priya));
    expect(refusal(decision)).toEqual({ why: 'not-yours', by: sam });
  });

  it('anybody who may see the case can add a note, also when it is over', () => {
    const noted = ok(doing(closed, adviser(priya, { type: 'note', text: 'Rang back' })));
    expect(noted.next).toBe(closed);
    expect(noted.events).toEqual([{ type: 'noted', text: 'Rang back' }]);
  });

  it('a transfer gives the case to the colleague, who has still to open it', () => {
    const handed = ok(doing(live(sam), adviser(sam, { type: 'transfer', to: 'priya' }, priya)));
    expect(handed.next.status).toMatchObject({ state: 'claimed', adviser: priya });
    expect(handed.tell).toEqual([{ type: 'transferred', name: 'Priya' }]);
  });

  it('no transfer goes to somebody who may not have the case, nor to oneself', () => {
    const nobody = doing(live(sam), adviser(sam, { type: 'transfer', to: 'x' }, null));
    const self = doing(live(sam), adviser(sam, { type: 'transfer', to: 'sam' }, sam));
    expect([refusal(nobody), refusal(self)]).toEqual([
      { why: 'unknown-colleague' },
      { why: 'unknown-colleague' },
    ]);
  });
});

describe('a case that is over', () => {
  it.each<AdviserCommand>([
    { type: 'claim' },
    { type: 'say', text: 'One more thing' },
    { type: 'close', outcome: 'other' },
  ])('cannot be given a $type', (command) => {
    expect(refusal(doing(closed, adviser(sam, command)))).toEqual({ why: 'over' });
  });

  it('takes no message of the family into an empty room', () => {
    const heard = ok(doing(closed, said));
    expect(heard.next).toEqual(closed);
    expect(refusal(doing(closed, family({ type: 'leave' })))).toEqual({ why: 'not-now' });
  });

  it('still forgets what the family wants forgotten', () => {
    const over = inState(
      { state: 'closed', at, adviser: sam, outcome: 'advice' },
      { contact: 'a@b.org', message: 'x' },
    );
    const bare = ok(doing(over, family({ type: 'forget' }))).next;
    expect([bare.contact, bare.message, bare.status.state]).toEqual([null, null, 'closed']);
  });
});

describe('the talk', () => {
  it('begins when the adviser opens the case, and the family is told by name', () => {
    const joined = ok(doing(claimedBy(sam), adviser(sam, { type: 'join' })));
    expect(joined.next.status.state).toBe('live');
    expect(joined.tell).toEqual([{ type: 'joined', name: 'Sam' }]);
  });

  it('begins also with the first word of an adviser who never said that they opened it', () => {
    const spoke = ok(doing(claimedBy(sam), adviser(sam, { type: 'say', text: 'Hello' })));
    expect(spoke.events.map(({ type }) => type)).toEqual(['joined', 'said']);
    expect(spoke.next.status).toMatchObject({ state: 'live', owed: null });
  });

  it('owes the family an answer from their first message on', () => {
    const first = ok(doing(live(sam), said, later(1))).next;
    const second = ok(doing(first, said, later(4))).next;
    expect(second.status).toMatchObject({ owed: later(1).toISOString(), lastSaid: later(4).toISOString() });
    const answered = ok(doing(second, adviser(sam, { type: 'say', text: 'Yes' }), later(5))).next;
    expect(answered.status).toMatchObject({ owed: null });
  });

  it('ends at once when the family says so, and the adviser writes it up', () => {
    const ended = ok(doing(live(sam), family({ type: 'leave' })));
    expect(ended.next.status).toMatchObject({ state: 'wrapping', adviser: sam, ended: 'by-family' });
    expect(refusal(doing(ended.next, adviser(sam, { type: 'say', text: 'Wait' })))).toEqual({
      why: 'not-now',
    });
    expect(ok(doing(ended.next, adviser(sam, { type: 'close', outcome: 'advice' }))).next.status.state).toBe(
      'closed',
    );
  });

  it('closed in one go tells the family of the end exactly once', () => {
    const done = ok(doing(live(sam), adviser(sam, { type: 'close', outcome: 'advice' })));
    expect(done.tell).toEqual([{ type: 'finished', name: 'Sam', why: 'by-adviser' }]);
    expect(ok(doing(wrappingBy(sam), adviser(sam, { type: 'close', outcome: 'advice' }))).tell).toEqual([]);
  });

  it('flags danger once, in whatever state, and never takes the flag back', () => {
    const danger = family({ type: 'said', danger: true });
    const red = ok(doing(waitingCase(), danger));
    expect(red.events).toEqual([{ type: 'flagged-red' }]);
    expect(ok(doing(red.next, danger)).events).toEqual([]);
    expect(ok(doing(red.next, said)).next.red).toBe(true);
  });
});

describe('a left message', () => {
  it('is taken on by one adviser and closed with an outcome', () => {
    const taken = ok(doing(left, adviser(sam, { type: 'claim' })));
    expect(taken.next.status).toMatchObject({ state: 'wrapping', ended: 'follow-up' });
    expect(refusal(doing(taken.next, adviser(priya, { type: 'claim' })))).toEqual({ why: 'taken', by: sam });
    expect(ok(doing(taken.next, adviser(sam, { type: 'close', outcome: 'rang' }))).next.status.state).toBe(
      'closed',
    );
  });

  it('goes back with its words when the adviser returns it', () => {
    const taken = ok(doing(left, adviser(sam, { type: 'claim' }))).next;
    const back = ok(doing(taken, adviser(sam, { type: 'return' }))).next;
    expect(back).toMatchObject({ status: { state: 'message-left' }, message: 'Please ring' });
  });

  it('can take the place of a wait', () => {
    const words = { type: 'leave-message', text: 'Please ring', contact: null } as const;
    expect(ok(doing(waitingCase(), family(words))).next).toMatchObject({ message: 'Please ring' });
    expect(refusal(doing(live(sam), family(words)))).toEqual({ why: 'not-now' });
  });
});

describe('what a family tells the bot while it waits', () => {
  const situation: Situation = {
    kind: 'complaint',
    counterparty: ['la'],
    topic: 'transport',
    stage: 'none',
    council: 'dudley',
    dates: {},
    cues: {},
  };
  const tells = family({ type: 'tells', situation });

  it('comes to the adviser’s sheet, if they share the chat', () => {
    expect(ok(doing(waitingCase(), tells)).next.situation).toEqual(situation);
    expect(refusal(doing(waitingCase({ sharedAfter: 3 }), tells))).toEqual({ why: 'not-now' });
  });

  it('is not added to a case that is over', () => {
    expect(refusal(doing(closed, tells))).toEqual({ why: 'not-now' });
  });
});

describe('forgetting', () => {
  it.each([waitingCase(), claimedBy(sam), live(sam), wrappingBy(sam), left])(
    'ends a case in state $status.state and leaves no word of it',
    (before) => {
      const { next } = ok(doing(before, family({ type: 'forget' })));
      expect(next.status).toMatchObject({ state: 'abandoned', why: 'forgotten' });
      expect([next.message, next.contact, next.situation]).toEqual([null, null, null]);
    },
  );
});

describe('another hub', () => {
  it('takes a waiting case, and its end is the family’s end', () => {
    const taken = ok(doing(waitingCase(), { by: 'hub', command: { type: 'accepted', name: 'Alex' } }));
    expect(taken.tell).toEqual([{ type: 'joined', name: 'Alex' }]);
    const over = ok(doing(taken.next, { by: 'hub', command: { type: 'completed' } }));
    expect(over.next.status.state).toBe('closed');
  });

  it('that fails leaves the family with the bot, told so', () => {
    const failed = ok(doing(waitingCase(), { by: 'hub', command: { type: 'failed' } }));
    expect(failed.tell).toEqual([{ type: 'gave-up' }]);
    expect(refusal(doing(live(tess), { by: 'hub', command: { type: 'accepted', name: 'Alex' } }))).toEqual({
      why: 'not-now',
    });
  });
});
