import { adviserOf, type Case } from '../../handoff/case.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { placeOf } from '../../knowledge/place-of.ts';
import { nextDeadline } from '../../pathways/next-deadline.ts';
import type { IsoDate } from '../../shared/vocabulary.ts';
import type { CaseLine } from './api.ts';

export interface LineOptions {
  readonly knowledge: Knowledge;
  /** The day it is in England. */
  readonly today: IsoDate;
}

/** A case as one row of a queue. */
export function caseLine(of: Case, options: LineOptions): CaseLine {
  const { knowledge } = options;
  const { status, situation } = of;
  const adviser = adviserOf(of);
  return {
    id: of.id,
    ref: of.ref,
    council: of.council,
    place: placeOf(knowledge, of.council),
    state: status.state,
    red: of.red,
    reason: of.reason,
    openedAt: of.openedAt,
    since: 'since' in status ? status.since : of.openedAt,
    adviser: adviser === null ? null : { id: adviser.id, name: adviser.name },
    topic: situation === null ? null : knowledge.taxonomy.topics[situation.topic].button,
    deadline: situation === null ? null : nextDeadline(situation, options),
    owed: status.state === 'live' ? status.owed : null,
    followUp: status.state === 'wrapping' && status.ended === 'follow-up',
  };
}
