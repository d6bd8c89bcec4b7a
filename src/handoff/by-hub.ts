import type { AdviserRef, Case } from './case.ts';
import type { HubCommand } from './command.ts';
import { become, type Decision, refuse } from './decision.ts';

/** What another engagement hub reports of a case. */
export function byHub(before: Case, command: HubCommand, now: Date): Decision {
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
