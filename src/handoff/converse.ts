/** How the handoff speaks in a family's conversation, whatever channel that is in. Implemented by the channels. */
import type { StorageWork } from '../storage/storage.ts';

export type Utterance =
  /** An adviser's own words. */
  | {
      readonly type: 'message';
      readonly name: string;
      readonly text: string;
      readonly clientId: string | null;
    }
  /** The bot's: what has become of the case. `status`: also said as Bot Framework's `handoff.status`. */
  | {
      readonly type: 'notice';
      readonly text: string;
      readonly buttons: readonly string[];
      readonly status: { readonly state: 'accepted' | 'completed' | 'failed'; readonly name: string } | null;
    };

/**
 * Runs `work` under the conversation's own lock and in one transaction, keeps what is to be said with it, and
 * sends it when it is kept. Turns of the same conversation wait meanwhile, so nothing crosses.
 *
 * @throws what `work` throws (nothing is kept); ProblemError ConversationNotFound or StorageUnavailable
 */
export type Converse = <T>(
  conversationId: string,
  work: (tx: StorageWork) => Promise<{ readonly say: readonly Utterance[]; readonly result: T }>,
) => Promise<T>;
