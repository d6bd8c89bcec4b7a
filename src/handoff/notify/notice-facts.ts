import type { IsoDate } from '../../shared/vocabulary.ts';
import type { Case } from '../case.ts';
import type { CaseNotice } from './case-notices.ts';

/** All that a notice may say. The family's words are in it only where the council chose that. */
export interface NoticeFacts {
  readonly notice: CaseNotice;
  readonly of: Case;
  /** What the council is called. */
  readonly place: string;
  /** The nearest day by which the family has to act. */
  readonly deadline: { readonly label: string; readonly date: IsoDate } | null;
  /** Where the case is opened; null when the service does not know its own address. */
  readonly link: string | null;
  /** The message they left. */
  readonly words: string | null;
}

/** Since when the family waits or their message lies there, as ISO text. */
export function waitingSince({ status, openedAt }: Case): string {
  return 'since' in status ? status.since : openedAt;
}
