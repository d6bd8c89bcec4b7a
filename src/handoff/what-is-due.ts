/** What the clock alone does to a case, and when it next has to look. */
import type { Case, CaseStatus } from './case.ts';
import type { CaseEventBody, Notice, Tick } from './command.ts';
import type { Decision } from './decision.ts';
import type { Limits } from './limits.ts';

/** How long an adviser may take to write down the outcome before the case is closed without one. */
const WRAPPING_HOURS = 24;

const minutesAfter = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000);

/**
 * When the clock has to look at the case; null when never. A live case is looked at often, because its
 * adviser's last sign of life is not part of it.
 */
export function dueAt({ status }: Case, limits: Limits): Date | null {
  switch (status.state) {
    case 'waiting':
      return minutesAfter(status.spell, limits.wait);
    case 'claimed':
      return minutesAfter(status.at, limits.claim);
    case 'live':
      // An hub watches over its own people.
      if (status.adviser.desk === 'hub') return null;
      return minutesAfter(status.lastSaid, Math.min(limits.away, limits.silent, limits.familySilent));
    case 'wrapping':
      return minutesAfter(status.at, WRAPPING_HOURS * 60);
    case 'message-left':
    case 'closed':
    case 'abandoned':
      return null;
  }
}

/** Decides what the time alone brings about; nothing, when it is too early. */
export function whatIsDue(before: Case, tick: Tick, now: Date, limits: Limits): Decision {
  const { status } = before;
  const at = now.toISOString();
  const become = (next: CaseStatus, events: CaseEventBody[], tell: Notice[] = []): Decision => ({
    ok: true,
    next: { ...before, status: next },
    events,
    tell,
  });
  const past = (since: string, minutes: number) => now >= minutesAfter(since, minutes);
  const backToQueue = (since: string, why: string): Decision =>
    become(
      { state: 'waiting', since, spell: at, warned: false },
      [{ type: 'returned', why }],
      [{ type: 'returned' }],
    );

  switch (status.state) {
    case 'waiting':
      if (!past(status.spell, limits.wait)) break;
      if (!status.warned)
        return become(
          { ...status, spell: at, warned: true },
          [{ type: 'warned' }],
          [{ type: 'nobody-came', closed: !tick.open }],
        );
      // Told once already. While somebody may still come the place is kept; afterwards nobody waits in vain.
      if (tick.open) return become({ ...status, spell: at }, []);
      return become(
        { state: 'abandoned', at, why: 'nobody-came' },
        [{ type: 'abandoned', why: 'nobody-came' }],
        [{ type: 'gave-up' }],
      );
    case 'claimed':
      if (past(status.at, limits.claim)) return backToQueue(status.since, 'not-opened');
      break;
    case 'live': {
      const { adviser, owed, away, lastSaid } = status;
      if (adviser.desk === 'hub') break;
      if (owed !== null && past(owed, limits.silent)) return backToQueue(status.since, 'adviser-silent');
      const seen = tick.adviserSeen?.toISOString() ?? null;
      // In Teams nobody holds a line open that could drop.
      if (adviser.desk === 'console') {
        if (seen === null || past(seen, limits.gone)) return backToQueue(status.since, 'adviser-gone');
        if (away === null && past(seen, limits.away))
          return become(
            { ...status, away: at },
            [{ type: 'went-away' }],
            [{ type: 'went-away', name: adviser.name }],
          );
        if (away !== null && !past(seen, limits.away))
          return become(
            { ...status, away: null },
            [{ type: 'came-back' }],
            [{ type: 'came-back', name: adviser.name }],
          );
      }
      if (past(lastSaid, limits.familySilent) && owed === null)
        return become(
          { state: 'wrapping', adviser, at, ended: 'family-silent' },
          [{ type: 'finished', why: 'family-silent' }],
          [{ type: 'finished', name: adviser.name, why: 'family-silent' }],
        );
      break;
    }
    case 'wrapping':
      if (!past(status.at, WRAPPING_HOURS * 60)) break;
      // A left message that nobody dealt with is not done: another adviser sees it again.
      if (status.ended === 'follow-up')
        return become({ state: 'message-left', since: status.at }, [
          { type: 'returned', why: 'adviser-silent' },
        ]);
      return become({ state: 'closed', at, adviser: status.adviser, outcome: 'unrecorded' }, [
        { type: 'closed', text: 'unrecorded' },
      ]);
    case 'message-left':
    case 'closed':
    case 'abandoned':
      break;
  }
  return { ok: true, next: before, events: [], tell: [] };
}
