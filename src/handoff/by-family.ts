import { type Case, type CaseStatus, isOpen } from './case.ts';
import type { CaseEventBody, FamilyCommand } from './command.ts';
import { become, type Decision, refuse } from './decision.ts';

/** What a family does to its case. Nothing of a family's own is ever refused for being late: only for being over. */
export function byFamily(before: Case, command: FamilyCommand, now: Date): Decision {
  const { status } = before;
  const at = now.toISOString();
  switch (command.type) {
    case 'said': {
      const flagged = command.danger && !before.red;
      const next = { ...before, red: before.red || command.danger };
      const events: CaseEventBody[] = flagged ? [{ type: 'flagged-red' }] : [];
      if (status.state !== 'live') return { ok: true, next, events, tell: [] };
      const heard = { ...status, owed: status.owed ?? at, lastSaid: at };
      return { ok: true, next: { ...next, status: heard }, events, tell: [] };
    }
    case 'tells':
      // What was said before they agreed to share stays with the bot, and so does what it makes of it.
      if (!isOpen(before) || before.sharedAfter > 0) return refuse({ why: 'not-now' });
      return { ok: true, next: { ...before, situation: command.situation }, events: [], tell: [] };
    case 'leave':
      switch (status.state) {
        case 'waiting':
        case 'claimed':
          return become(before, { state: 'abandoned', at, why: 'left' }, [
            { type: 'abandoned', why: 'left' },
          ]);
        case 'live':
          return become(before, { state: 'wrapping', adviser: status.adviser, at, ended: 'by-family' }, [
            { type: 'finished', why: 'by-family' },
          ]);
        default:
          return refuse({ why: 'not-now' });
      }
    case 'leave-message': {
      if (status.state !== 'waiting' && status.state !== 'claimed') return refuse({ why: 'not-now' });
      const left = { ...before, message: command.text, contact: command.contact };
      return become(left, { state: 'message-left', since: status.since }, [{ type: 'message-left' }]);
    }
    case 'forget': {
      const bare = { ...before, message: null, contact: null, situation: null };
      if (status.state === 'closed' || status.state === 'abandoned')
        return { ok: true, next: bare, events: [], tell: [] };
      const over: CaseStatus = { state: 'abandoned', at, why: 'forgotten' };
      return become(bare, over, [{ type: 'abandoned', why: 'forgotten' }]);
    }
  }
}
