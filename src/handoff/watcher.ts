import type { StorageWork } from '../storage/storage.ts';
import type { Case } from './case.ts';
import type { CaseEventBody } from './command.ts';

export interface CaseChange {
  /** Null for a case that has just been opened. */
  readonly before: Case | null;
  readonly after: Case;
  readonly events: readonly CaseEventBody[];
}

/**
 * Somebody outside who has to learn of a case: by e-mail, by webhook, in Teams. Called inside the transaction
 * that makes the change, so it must do nothing but write to the outbox.
 */
export interface CaseWatcher {
  changed(tx: StorageWork, change: CaseChange): Promise<void>;
  /** The family wrote in a claimed or live case. */
  familySaid(tx: StorageWork, of: Case, text: string): Promise<void>;
}
