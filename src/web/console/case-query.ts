import { z } from 'zod';
import { CaseStatus } from '../../handoff/case.ts';
import { ProblemError } from '../../shared/problem.ts';
import { IsoDate } from '../../shared/vocabulary.ts';
import type { CaseFilter } from '../../storage/contract/cases.ts';
import { dayBegins } from './day-begins.ts';

const STATES = CaseStatus.options.map((option) => option.shape.state.value);

const Query = z.object({
  ref: z.string().trim().toUpperCase().max(20).optional(),
  state: z.enum(STATES).optional(),
  adviser: z.string().max(100).optional(),
  /** Days in England, both included. */
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

/**
 * @param limit one more than a page tells whether there are more
 * @throws ProblemError BadRequest
 */
export function caseFilter(query: URLSearchParams, councils: readonly string[], limit: number): CaseFilter {
  const given = Query.safeParse(Object.fromEntries([...query].filter(([, value]) => value !== '')));
  if (!given.success) throw new ProblemError('BadRequest');
  const { ref, state, adviser, from, to, offset } = given.data;
  return {
    councils,
    order: 'latest',
    limit,
    offset,
    ...(ref === undefined ? {} : { ref }),
    ...(state === undefined ? {} : { states: [state] }),
    ...(adviser === undefined ? {} : { adviserId: adviser }),
    ...(from === undefined ? {} : { openedFrom: dayBegins(from) }),
    ...(to === undefined ? {} : { openedTo: dayBegins(to, 1) }),
  };
}
