/** The tables as Kysely sees them. Times are ISO text, truth is 0 or 1, structured values are JSON text. */
import type { Generated } from 'kysely';
import type { OutboxItem } from './contract/outbox.ts';
import type { ReferenceRow } from './contract/references.ts';
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
  cases: {
    id: string;
    ref: string;
    conversation_id: string;
    council: string;
    state: string;
    open: number;
    red: number;
    adviser_id: string | null;
    opened_at: string;
    since: string;
    due_at: string | null;
    waited_seconds: number | null;
    body: string;
    version: number;
  };
  case_events: {
    case_id: string;
    seq: number;
    at: string;
    client_id: string | null;
    actor: string;
    body: string;
  };
  advisers: {
    id: string;
    name: string;
    login: string | null;
    subject: string | null;
    password_hash: string | null;
    disabled: number;
    on_duty: number;
    seen_at: string | null;
    created_at: string;
    settings: string;
  };
  /** `place` keeps the order in which they were given. */
  adviser_councils: { adviser_id: string; council: string; place: number };
  sessions: { hash: string; adviser_id: string; created_at: string; used_at: string; expires_at: string };
  /** A lane is there as long as it has items; `next_at` is when the first of them may leave. */
  outbox_lanes: { lane: string; next_at: string };
  outbox: {
    id: Generated<number>;
    lane: string;
    kind: OutboxItem['kind'];
    payload: string;
    conversation_id: string | null;
    created_at: string;
    attempts: number;
  };
  channel_references: {
    conversation_id: string;
    kind: ReferenceRow['kind'];
    council: string | null;
    adviser_id: string | null;
    reference: string;
    updated_at: string;
  };
  corrections: { label: string; from_value: string; to_value: string; count: number };
}
