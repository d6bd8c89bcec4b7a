import type { OutboxItem } from '../../storage/contract/outbox.ts';

/**
 * The same at every attempt and like no other item's, by which a receiver recognises what it has already. The
 * time is part of it because a database may give the id of a deleted row out again.
 */
export function itemName({ id, createdAt }: Pick<OutboxItem, 'id' | 'createdAt'>): string {
  return `${createdAt.getTime()}.${id}`;
}
