/**
 * What must leave the service and may have to wait: an activity for a channel, an e-mail, a webhook.
 * Written in the transaction of what it tells of, so neither is ever without the other.
 */

export interface OutboxItem {
  /** Grows; items of one lane leave in this order. */
  readonly id: number;
  /** One lane is one receiver: its items leave one after another, those of others beside them. */
  readonly lane: string;
  readonly kind: 'activity' | 'email' | 'webhook';
  readonly payload: unknown;
  /** Deleted with it when the family asks to be forgotten. */
  readonly conversationId: string | null;
  readonly createdAt: Date;
  readonly attempts: number;
  /** Not before. */
  readonly nextAt: Date;
}

export type NewOutboxItem = Pick<OutboxItem, 'lane' | 'kind' | 'payload' | 'conversationId' | 'createdAt'>;

export interface OutboxStore {
  addToOutbox(items: readonly NewOutboxItem[]): Promise<void>;
  /** The first item of each lane, if its time has come; oldest first. Whoever asks holds them until `until`. */
  takeFromOutbox(now: Date, until: Date, limit: number): Promise<OutboxItem[]>;
  /** It has left, or never will. */
  removeFromOutbox(id: number): Promise<void>;
  /** It could not leave: once more at that time. */
  retryFromOutbox(id: number, at: Date): Promise<void>;
  /** When the next one may leave; null when there is none. */
  nextInOutbox(): Promise<Date | null>;
  /** How much waits of each kind, also what is on its way, and since when the oldest of it. */
  waitingInOutbox(): Promise<OutboxWaiting[]>;
}

export interface OutboxWaiting {
  readonly kind: OutboxItem['kind'];
  readonly count: number;
  readonly since: Date;
}
