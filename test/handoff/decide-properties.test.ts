/** What holds for every case, whatever families, advisers, hubs and the clock do to it, in whatever order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdviserRef, adviserOf, Case, type CaseState } from '../../src/handoff/case.ts';
import type { Notice } from '../../src/handoff/command.ts';
import { type Command, decide } from '../../src/handoff/decide.ts';
import { dueAt } from '../../src/handoff/what-is-due.ts';
import { LIMITS, NINE, priya, sam, tess, waitingCase } from './support/cases.ts';

/** Every way from one state to another, by name. What is not here must never happen. */
const WAYS: Record<CaseState, readonly CaseState[]> = {
  waiting: ['claimed', 'live', 'abandoned', 'message-left'],
  claimed: ['live', 'waiting', 'abandoned', 'message-left'],
  live: ['claimed', 'waiting', 'wrapping', 'closed', 'abandoned'],
  wrapping: ['closed', 'message-left', 'abandoned'],
  'message-left': ['wrapping', 'abandoned'],
  closed: [],
  abandoned: [],
};

const colleague = fc.constantFrom<AdviserRef>(sam, priya, tess);

const adviserCommand: fc.Arbitrary<Command> = fc
  .tuple(
    colleague,
    colleague,
    fc.constantFrom('claim', 'join', 'say', 'note', 'transfer', 'return', 'finish', 'close'),
  )
  .map(([adviser, to, type]): Command => {
    const by = 'adviser';
    switch (type) {
      case 'say':
      case 'note':
        return { by, adviser, command: { type, text: 'words' } };
      case 'transfer':
        return { by, adviser, command: { type, to: to.id }, colleague: to };
      case 'close':
        return { by, adviser, command: { type, outcome: 'advice' } };
      default:
        return { by, adviser, command: { type } };
    }
  });

const familyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.boolean().map((danger): Command => ({ by: 'family', command: { type: 'said', danger } })),
  fc.constantFrom<Command>(
    { by: 'family', command: { type: 'leave' } },
    { by: 'family', command: { type: 'leave-message', text: 'words', contact: null } },
    { by: 'family', command: { type: 'forget' } },
  ),
);

const hubCommand = fc.constantFrom<Command>(
  { by: 'hub', command: { type: 'accepted', name: 'Alex' } },
  { by: 'hub', command: { type: 'completed' } },
  { by: 'hub', command: { type: 'failed' } },
);

/** The adviser was last seen so many minutes before the tick. */
const tick = fc.record({ tick: fc.constant(true), seen: fc.nat(20), open: fc.boolean() });

const step = fc.record({
  minutes: fc.nat(12),
  act: fc.oneof(
    { weight: 5, arbitrary: adviserCommand },
    { weight: 3, arbitrary: familyCommand },
    { weight: 3, arbitrary: tick },
    { weight: 1, arbitrary: hubCommand },
  ),
});

interface Stepped {
  readonly before: Case;
  readonly command: Command;
  readonly after: Case;
  readonly refused: boolean;
  readonly tell: readonly Notice[];
  readonly now: Date;
}

function play(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Stepped[] {
  let now = NINE;
  let before = waitingCase();
  return steps.map(({ minutes, act }) => {
    now = new Date(now.getTime() + minutes * 60_000);
    const command: Command =
      'tick' in act
        ? {
            by: 'clock',
            command: {
              type: 'tick',
              adviserSeen: new Date(now.getTime() - act.seen * 60_000),
              open: act.open,
            },
          }
        : act;
    const decision = decide(before, command, now, LIMITS);
    const after = decision.ok ? decision.next : before;
    const stepped = {
      before,
      command,
      after,
      refused: !decision.ok,
      tell: decision.ok ? decision.tell : [],
      now,
    };
    before = after;
    return stepped;
  });
}

const everyStep = (check: (stepped: Stepped) => void) =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      for (const stepped of play(steps)) check(stepped);
    }),
    { numRuns: 1_000 },
  );

describe('every case', () => {
  it('goes only the ways that have a name', () => {
    everyStep(({ before, after }) => {
      const [from, to] = [before.status.state, after.status.state];
      if (from !== to) expect(WAYS[from]).toContain(to);
    });
  });

  it('can be stored and read again, and knows when the clock has to look', () => {
    everyStep(({ after }) => {
      expect(Case.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
      const ended = ['closed', 'abandoned'].includes(after.status.state);
      if (ended) expect(dueAt(after, LIMITS)).toBeNull();
    });
  });

  it('is one adviser’s at most, and changes hands only by claim, transfer or the way back', () => {
    everyStep(({ before, command, after }) => {
      const [had, has] = [adviserOf(before), adviserOf(after)];
      if (had === null || has === null || had.id === has.id) return;
      expect(command).toMatchObject({
        by: 'adviser',
        adviser: { id: had.id },
        command: { type: 'transfer' },
      });
    });
  });

  it('lets no adviser speak who does not have it', () => {
    everyStep(({ before, command, refused }) => {
      if (command.by !== 'adviser' || command.command.type !== 'say' || refused) return;
      expect(adviserOf(before)?.id).toBe(command.adviser.id);
      expect(['claimed', 'live']).toContain(before.status.state);
    });
  });

  it('never loses the flag of danger, nor the place in the queue', () => {
    everyStep(({ before, after }) => {
      if (before.red) expect(after.red).toBe(true);
      if (before.status.state === 'live' && after.status.state === 'waiting')
        expect(after.status.since).toBe(before.status.since);
    });
  });

  it('tells the family of every change of who is there, unless it was their own', () => {
    everyStep(({ before, command, after, tell }) => {
      const [from, to] = [before.status.state, after.status.state];
      if (command.by === 'family') expect(tell).toEqual([]);
      else if (to === 'live' && from !== 'live') expect(tell.map(({ type }) => type)).toContain('joined');
      else if (from === 'live' && to !== 'live') expect(tell).not.toEqual([]);
    });
  });

  it('keeps nothing of the family once it is forgotten', () => {
    everyStep(({ after }) => {
      if (after.status.state !== 'abandoned' || after.status.why !== 'forgotten') return;
      expect([after.message, after.contact, after.situation]).toEqual([null, null, null]);
    });
  });

  it('does the same twice as once, when the clock or an impatient finger repeats it', () => {
    everyStep(({ command, after, now }) => {
      const again = decide(after, command, now, LIMITS);
      if (again.ok && command.by === 'clock') expect(again.next).toEqual(after);
      if (again.ok && command.by === 'adviser' && command.command.type === 'claim')
        expect(again.next).toEqual(after);
    });
  });
});
