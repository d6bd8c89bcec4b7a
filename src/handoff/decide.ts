/**
 * What becomes of a case. Every transition of a case is decided here and nowhere else, from plain data:
 * the case, who does what, and the time. Whether an adviser may see the case at all is decided before.
 */
import type { Actor, AdviserRef, Case, CaseStatus } from './case.ts';
import { adviserOf } from './case.ts';
import type {
  AdviserCommand,
  CaseEventBody,
  FamilyCommand,
  HubCommand,
  Notice,
  Refusal,
  Tick,
} from './command.ts';
import type { Limits } from './limits.ts';
import { whatIsDue } from './what-is-due.ts';

export type Command =
  | { readonly by: 'family'; readonly command: FamilyCommand }
  | {
      readonly by: 'adviser';
      readonly adviser: AdviserRef;
      readonly command: AdviserCommand;
      /** The colleague named in a `transfer`, if there is one who may have the case. */
      readonly colleague?: AdviserRef | null;
    }
  | { readonly by: 'hub'; readonly command: HubCommand }
  | { readonly by: 'clock'; readonly command: Tick };

export type Decision =
  | {
      readonly ok: true;
      readonly next: Case;
      readonly events: readonly CaseEventBody[];
      /** What the family is told, in this order. */
      readonly tell: readonly Notice[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Decides one command. The same command at the same case and time always gives the same decision. */
export function decide(before: Case, command: Command, now: Date, limits: Limits): Decision {
  switch (command.by) {
    case 'family':
      return byFamily(before, command.command, now);
    case 'adviser':
      return byAdviser(before, command.adviser, command.command, command.colleague ?? null, now);
    case 'hub':
      return byHub(before, command.command, now);
    case 'clock':
      return whatIsDue(before, command.command, now, limits);
  }
}

/** The actor of a command, for the case's history. */
export function actorOf(command: Command): Actor {
  return command.by === 'adviser'
    ? { type: 'adviser', id: command.adviser.id, name: command.adviser.name }
    : { type: command.by };
}

const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal });
const become = (
  before: Case,
  status: CaseStatus,
  events: readonly CaseEventBody[],
  tell: readonly Notice[] = [],
): Decision => ({ ok: true, next: { ...before, status }, events, tell });

function byFamily(before: Case, command: FamilyCommand, now: Date): Decision {
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

function byAdviser(
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

function byHub(before: Case, command: HubCommand, now: Date): Decision {
  const { status } = before;
  const at = now.toISOString();
  switch (command.type) {
    case 'accepted': {
      if (status.state !== 'waiting') return refuse({ why: 'not-now' });
      const adviser: AdviserRef = { id: 'hub', name: command.name, desk: 'hub' };
      return become(
        before,
        { state: 'live', since: status.since, adviser, owed: null, lastSaid: at, away: null },
        [{ type: 'joined' }],
        [{ type: 'joined', name: command.name }],
      );
    }
    case 'completed':
      if (status.state !== 'live') return refuse({ why: 'not-now' });
      return become(
        before,
        { state: 'closed', at, adviser: status.adviser, outcome: 'unrecorded' },
        [{ type: 'closed', text: 'unrecorded' }],
        [{ type: 'finished', name: status.adviser.name, why: 'by-adviser' }],
      );
    case 'failed':
      if (status.state !== 'waiting' && status.state !== 'live') return refuse({ why: 'not-now' });
      return become(
        before,
        { state: 'abandoned', at, why: 'nobody-came' },
        [{ type: 'abandoned', why: 'nobody-came' }],
        [{ type: 'gave-up' }],
      );
  }
}
