import type { CaseReason } from '../case.ts';
import type { CaseNotice } from './case-notices.ts';
import { type NoticeFacts, waitingSince } from './notice-facts.ts';

/** What a receiver gets as JSON. A field may be added under the same schema; none changes its meaning. */
export interface CaseWebhook {
  readonly schema: 'signpost.case/1';
  readonly event: CaseNotice;
  readonly case: {
    readonly id: string;
    /** Six letters that the family can name on the telephone. */
    readonly ref: string;
    readonly council: string;
    readonly reason: CaseReason;
    readonly state: string;
    /** Danger was disclosed. */
    readonly red: boolean;
    readonly openedAt: string;
    readonly since: string;
    readonly deadline: { readonly label: string; readonly date: string } | null;
    readonly link: string | null;
    /** Only where the council asked for the family's words. */
    readonly message?: string;
  };
}

export function caseWebhook({ notice, of, deadline, link, words }: NoticeFacts): CaseWebhook {
  return {
    schema: 'signpost.case/1',
    event: notice,
    case: {
      id: of.id,
      ref: of.ref,
      council: of.council,
      reason: of.reason,
      state: of.status.state,
      red: of.red,
      openedAt: of.openedAt,
      since: waitingSince(of),
      deadline: deadline && { label: deadline.label, date: deadline.date },
      link,
      ...(words === null ? {} : { message: words }),
    },
  };
}
