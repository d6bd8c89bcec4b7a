import { type AdviserRef, adviserOf, type Case, type CaseStatus } from './case.ts';
import type { AdviserCommand, CaseEventBody } from './command.ts';
import { become, type Decision, refuse } from './decision.ts';

/** What an adviser does to a case that they may see. @param colleague whom a `transfer` names, if they may have it */
export function byAdviser(
  before: Case,
  adviser: AdviserRef,
  command: AdviserCommand,
  colleague: AdviserRef | null,
  now: Date,
): Decision {
  const { status } = before;
  const at = now.toISOString();
  // A note may be added to any case, also to one that is over or a colleague's.
  if (command.type === 'note')
    return { ok: true, next: before, events: [{ type: 'noted', text: command.text }], tell: [] };
  if (status.state === 'closed' || status.state === 'abandoned') return refuse({ why: 'over' });
  if (command.type === 'claim') return claim(before, adviser, now);
  if (adviserOf(before)?.id !== adviser.id) return refuse({ why: 'not-yours', by: adviserOf(before) });

  switch (command.type) {
    case 'join':
      if (status.state === 'claimed') return join(before, adviser, at);
      if (status.state !== 'live') return refuse({ why: 'not-now' });
      return backAgain(before, adviser, at);
    case 'say': {
      const joined = status.state === 'claimed' ? join(before, adviser, at) : backAgain(before, adviser, at);
      if (!joined.ok || joined.next.status.state !== 'live') return refuse({ why: 'not-now' });
      const said = { ...joined.next.status, owed: null, lastSaid: at };
      return {
        ...joined,
        next: { ...joined.next, status: said },
        events: [...joined.events, { type: 'said' }],
      };
    }
    case 'transfer':
      if (colleague === null || colleague.id === adviser.id) return refuse({ why: 'unknown-colleague' });
      if (status.state !== 'claimed' && status.state !== 'live') return refuse({ why: 'not-now' });
      return become(
        before,
        { state: 'claimed', since: status.since, adviser: colleague, at },
        [{ type: 'transferred', to: colleague }],
        [{ type: 'transferred', name: colleague.name }],
      );
    case 'return':
      if (status.state === 'wrapping' && status.ended === 'follow-up')
        return become(before, { state: 'message-left', since: status.at }, [
          { type: 'returned', why: 'by-choice' },
        ]);
      if (status.state !== 'claimed' && status.state !== 'live') return refuse({ why: 'not-now' });
      return become(
        before,
        { state: 'waiting', since: status.since, spell: at, warned: false },
        [{ type: 'returned', why: 'by-choice' }],
        [{ type: 'returned' }],
      );
    case 'finish':
      if (status.state !== 'live') return refuse({ why: 'not-now' });
      return become(
        before,
        { state: 'wrapping', adviser, at, ended: 'by-adviser' },
        [{ type: 'finished', why: 'by-adviser' }],
        [{ type: 'finished', name: adviser.name, why: 'by-adviser' }],
      );
    case 'close': {
      const closed: CaseStatus = { state: 'closed', at, adviser, outcome: command.outcome };
      const events: CaseEventBody[] = [{ type: 'closed', text: command.outcome }];
      if (status.state === 'wrapping') return become(before, closed, events);
      // Closed in one go from the talk: the family is told of the end all the same.
      if (status.state !== 'live') return refuse({ why: 'not-now' });
      return become(
        before,
        closed,
        [{ type: 'finished', why: 'by-adviser' }, ...events],
        [{ type: 'finished', name: adviser.name, why: 'by-adviser' }],
      );
    }
  }
}

function claim(before: Case, adviser: AdviserRef, now: Date): Decision {
  const { status } = before;
  const at = now.toISOString();
  switch (status.state) {
    case 'waiting':
      return become(before, { state: 'claimed', since: status.since, adviser, at }, [{ type: 'claimed' }]);
    case 'message-left':
      return become(before, { state: 'wrapping', adviser, at, ended: 'follow-up' }, [{ type: 'claimed' }]);
    case 'claimed':
    case 'live':
    case 'wrapping':
      // A second click, or the same adviser at another desk, takes nothing from anybody.
      if (status.adviser.id !== adviser.id) return refuse({ why: 'taken', by: status.adviser });
      return become(before, { ...status, adviser }, []);
    default:
      return refuse({ why: 'over' });
  }
}

function join(before: Case, adviser: AdviserRef, at: string): Decision {
  const { status } = before;
  if (status.state !== 'claimed') return refuse({ why: 'not-now' });
  return become(
    before,
    { state: 'live', since: status.since, adviser, owed: at, lastSaid: at, away: null },
    [{ type: 'joined' }],
    [{ type: 'joined', name: adviser.name }],
  );
}

/** In the talk already; after a dropped connection, the family is told that the adviser is there again. */
function backAgain(before: Case, adviser: AdviserRef, at: string): Decision {
  const { status } = before;
  if (status.state !== 'live') return refuse({ why: 'not-now' });
  const here = { ...status, adviser };
  if (status.away === null) return become(before, here, []);
  const owed = status.owed === null ? null : at;
  return become(
    before,
    { ...here, away: null, owed },
    [{ type: 'came-back' }],
    [{ type: 'came-back', name: adviser.name }],
  );
}
