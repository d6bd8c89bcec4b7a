/** Cases and people for tests of the handoff. */
import type { AdviserRef, Case, CaseStatus } from '../../../src/handoff/case.ts';
import type { Limits } from '../../../src/handoff/limits.ts';

export const NINE = new Date('2026-11-23T09:00:00.000Z');
export const later = (minutes: number, from: Date = NINE): Date =>
  new Date(from.getTime() + minutes * 60_000);

export const sam: AdviserRef = { id: 'sam', name: 'Sam', desk: 'console' };
export const priya: AdviserRef = { id: 'priya', name: 'Priya', desk: 'console' };
export const tess: AdviserRef = { id: 'tess', name: 'Tess', desk: 'teams' };

export const LIMITS: Limits = { wait: 10, claim: 2, away: 1, gone: 5, silent: 15, familySilent: 30 };

export const waitingCase = (over: Partial<Case> = {}): Case => ({
  id: 'case-1',
  ref: 'KTQ7MW',
  conversationId: 'conversation-1',
  council: 'dudley',
  openedAt: NINE.toISOString(),
  reason: 'asked',
  status: { state: 'waiting', since: NINE.toISOString(), spell: NINE.toISOString(), warned: false },
  red: false,
  sharedAfter: 0,
  contact: null,
  message: null,
  situation: null,
  ...over,
});

export const inState = (status: CaseStatus, over: Partial<Case> = {}): Case =>
  waitingCase({ ...over, status });

export const live = (
  adviser: AdviserRef,
  at: Date = NINE,
  over: Partial<Extract<CaseStatus, { state: 'live' }>> = {},
) =>
  inState({
    state: 'live',
    since: NINE.toISOString(),
    adviser,
    owed: null,
    lastSaid: at.toISOString(),
    away: null,
    ...over,
  });
