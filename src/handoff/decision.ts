import type { Case, CaseStatus } from './case.ts';
import type { CaseEventBody, Notice, Refusal } from './command.ts';

/** What a command makes of a case: the next case and what follows from it, or why not. */
export type Decision =
  | {
      readonly ok: true;
      readonly next: Case;
      readonly events: readonly CaseEventBody[];
      /** What the family is told, in this order. */
      readonly tell: readonly Notice[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

export const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal });

/** The same case in another state. */
export const become = (
  before: Case,
  status: CaseStatus,
  events: readonly CaseEventBody[],
  tell: readonly Notice[] = [],
): Decision => ({ ok: true, next: { ...before, status }, events, tell });
