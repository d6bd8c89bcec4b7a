/** The tables as Kysely sees them. Times are ISO text, truth is 0 or 1, structured values are JSON text. */
import type { ConversationRow, StoredActivity } from './storage.ts';

export interface Tables {
  conversations: {
    id: string;
    channel: ConversationRow['channel'];
    council: string | null;
    user_id: string;
    created_at: string;
    started: number;
    ended: number;
    last_seq: number;
  };
  activities: {
    conversation_id: string;
    seq: number;
    client_id: string | null;
    sender: StoredActivity['from'];
    activity: string;
  };
  states: { key: string; value: string; version: number };
  left_messages: {
    id: string;
    conversation_id: string;
    council: string | null;
    left_at: string;
    text: string;
    contact: string | null;
    situation: string;
  };
  corrections: { label: string; from_value: string; to_value: string; count: number };
}
