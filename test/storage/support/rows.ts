/** Rows to store, complete and plain; a test changes what it is about. */
import type { AdviserRow, SessionRow } from '../../../src/storage/contract/advisers.ts';
import type { CaseRow } from '../../../src/storage/contract/cases.ts';
import type { NewOutboxItem } from '../../../src/storage/contract/outbox.ts';
import type { ReferenceRow } from '../../../src/storage/contract/references.ts';
import type { ConversationRow, NewActivity } from '../../../src/storage/storage.ts';

/** Minutes after eight in the evening. */
export const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 21, 20, minutes));

export const conversationRow = (id: string): ConversationRow => ({
  id,
  channel: 'directline',
  council: 'dudley',
  userId: `user-of-${id}`,
  createdAt: at(0),
  started: false,
  ended: false,
});

export const said = (text: string, clientId: string | null = null): NewActivity => ({
  clientId,
  from: 'user',
  build: (seq) => ({ type: 'message', id: `c|${seq}`, text }),
});

/** A family that waits since eight. */
export const caseRow = (id: string, conversationId: string, changes: Partial<CaseRow> = {}): CaseRow => ({
  id,
  ref: `REF-${id}`,
  conversationId,
  council: 'dudley',
  state: 'waiting',
  open: true,
  red: false,
  adviserId: null,
  openedAt: at(0),
  since: at(0),
  dueAt: null,
  waitedSeconds: null,
  body: { words: ['é', '😀'], none: null },
  version: 0,
  ...changes,
});

export const adviserRow = (id: string, changes: Partial<AdviserRow> = {}): AdviserRow => ({
  id,
  name: `Adviser ${id}`,
  login: `${id}@example.org`,
  subject: null,
  councils: ['dudley'],
  passwordHash: 'scrypt$1$2',
  disabled: false,
  onDuty: false,
  seenAt: null,
  createdAt: at(0),
  settings: { sound: true },
  ...changes,
});

export const sessionRow = (hash: string, adviserId: string, expiresAt = at(60)): SessionRow => ({
  hash,
  adviserId,
  createdAt: at(0),
  usedAt: at(0),
  expiresAt,
});

export const outboxItem = (
  lane: string,
  payload: unknown,
  conversationId: string | null = null,
  createdAt = at(0),
): NewOutboxItem => ({ lane, kind: 'activity', payload, conversationId, createdAt });

export const referenceRow = (conversationId: string, changes: Partial<ReferenceRow> = {}): ReferenceRow => ({
  conversationId,
  kind: 'person',
  council: null,
  adviserId: null,
  reference: { serviceUrl: 'https://example.org/', conversation: { id: conversationId } },
  updatedAt: at(0),
  ...changes,
});
