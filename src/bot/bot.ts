import type { TurnContext } from 'botbuilder';
import type { StorageWork } from '../storage/storage.ts';

/** Writes what a turn changed, in the channel's own transaction: kept together with the replies, or not at all. */
export type CommitTurn = (tx: StorageWork) => Promise<{
  /** The family asked to be forgotten: what they wrote in this turn is not to be stored either. */
  forgotten: boolean;
  /** To be called once the transaction is committed: tells open screens that a case has changed. */
  committed?: () => void;
}>;

export interface Bot {
  /**
   * Answers one activity (a message, or the `conversationUpdate` that opens a conversation). Replies are
   * sent through `context`; nothing is stored until the returned function runs. Turns of one conversation
   * must not overlap: the channel sees to that.
   */
  onTurn(context: TurnContext): Promise<CommitTurn>;
}
