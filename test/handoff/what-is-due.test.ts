import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/handoff/case.ts';
import { decide } from '../../src/handoff/decide.ts';
import { dueAt } from '../../src/handoff/what-is-due.ts';
import { inState, LIMITS, later, live, NINE, sam, tess, waitingCase } from './support/cases.ts';

const at = NINE.toISOString();

function tick(before: Case, minutes: number, facts: { seen?: number | null; open?: boolean } = {}) {
  const { seen = null, open = true } = facts;
  const adviserSeen = seen === null ? null : later(seen);
  const decision = decide(
    before,
    { by: 'clock', command: { type: 'tick', adviserSeen, open } },
    later(minutes),
    LIMITS,
  );
  if (!decision.ok) throw new Error('the clock is never refused');
  return decision;
}

describe('nobody answers', () => {
  it('is told once the limit is reached, not a minute before', () => {
    expect(tick(waitingCase(), 9).next).toEqual(waitingCase());
    expect(tick(waitingCase(), 10).tell).toEqual([{ type: 'nobody-came', closed: false }]);
  });

  it('keeps the place while somebody may still come, without telling it again and again', () => {
    const warned = tick(waitingCase(), 10).next;
    const after = tick(warned, 25);
    expect(after.tell).toEqual([]);
    expect(after.next.status).toMatchObject({ state: 'waiting', since: at });
  });

  it('gives up when the day is over, and says so', () => {
    const warned = tick(waitingCase(), 10).next;
    const over = tick(warned, 20, { open: false });
    expect(over.tell).toEqual([{ type: 'gave-up' }]);
    expect(over.next.status).toMatchObject({ state: 'abandoned', why: 'nobody-came' });
  });
});

describe('an adviser who is not there', () => {
  const claimed = inState({ state: 'claimed', since: at, adviser: sam, at: later(3).toISOString() });

  it('and never opened the case loses it, and the family keeps its place', () => {
    expect(tick(claimed, 4).next).toEqual(claimed);
    const back = tick(claimed, 5);
    expect(back.next.status).toMatchObject({ state: 'waiting', since: at });
    expect(back.tell).toEqual([{ type: 'returned' }]);
  });

  it('is missed after a minute and waited for', () => {
    const gone = tick(live(sam), 2, { seen: 0 });
    expect(gone.tell).toEqual([{ type: 'went-away', name: 'Sam' }]);
    expect(tick(gone.next, 3, { seen: 0 }).tell).toEqual([]);
    const back = tick(gone.next, 3, { seen: 3 });
    expect(back.tell).toEqual([{ type: 'came-back', name: 'Sam' }]);
  });

  it('loses the case when gone too long, also one who was never seen', () => {
    expect(tick(live(sam), 5, { seen: 0 }).next.status).toMatchObject({ state: 'waiting', since: at });
    expect(tick(live(sam), 5, { seen: null }).next.status.state).toBe('waiting');
  });

  it('loses it also when there and silent while the family waits', () => {
    const owed = live(sam, later(1), { owed: later(1).toISOString() });
    expect(tick(owed, 15, { seen: 15 }).next.status.state).toBe('live');
    const back = tick(owed, 16, { seen: 16 });
    expect(back.events).toEqual([{ type: 'returned', why: 'adviser-silent' }]);
  });

  it('in Teams holds no line that could drop', () => {
    expect(tick(live(tess), 20, { seen: null }).next.status.state).toBe('live');
  });
});

describe('a family that has gone quiet', () => {
  it('is left after a long time, kindly, and only when it is their turn', () => {
    const quiet = tick(live(sam), 30, { seen: 30 });
    expect(quiet.tell).toEqual([{ type: 'finished', name: 'Sam', why: 'family-silent' }]);
    expect(quiet.next.status).toMatchObject({ state: 'wrapping', ended: 'family-silent' });
  });
});

describe('writing up', () => {
  const day = 24 * 60;

  it('is given a day, then the case is closed without an outcome', () => {
    const wrapping = inState({ state: 'wrapping', adviser: sam, at, ended: 'by-family' });
    expect(tick(wrapping, day - 1).next).toEqual(wrapping);
    expect(tick(wrapping, day).next.status).toMatchObject({ state: 'closed', outcome: 'unrecorded' });
  });

  it('never closes a left message that nobody dealt with', () => {
    const followUp = inState({ state: 'wrapping', adviser: sam, at, ended: 'follow-up' });
    expect(tick(followUp, day).next.status.state).toBe('message-left');
  });
});

describe('when the clock looks again', () => {
  it('is never for a case that is over or waits for no one', () => {
    expect(dueAt(inState({ state: 'message-left', since: at }), LIMITS)).toBeNull();
    expect(dueAt(inState({ state: 'abandoned', at, why: 'left' }), LIMITS)).toBeNull();
  });

  it('counts minutes, so the change of the hour moves nothing', () => {
    // 25 October 2026: at 01:00 UTC the clocks in England go back to 01:00.
    const before = '2026-10-25T00:55:00.000Z';
    const waiting = waitingCase({
      status: { state: 'waiting', since: before, spell: before, warned: false },
    });
    expect(dueAt(waiting, LIMITS)).toEqual(new Date('2026-10-25T01:05:00.000Z'));
  });
});
