import type { StorageReads, StorageWork, StoredActivity } from '../../storage/storage.ts';
import { keepEvents } from '../keep-case.ts';
import { emailItem } from '../outbox/email-item.ts';
import { type CopyMailWords, codeMail, copyMail } from './copy-mail.ts';

const PAGE = 500;

interface Sending {
  readonly conversationId: string;
  readonly address: string;
  readonly words: CopyMailWords;
  readonly now: Date;
}

/** Has the code sent. It is not sent any more once it can no longer be used. */
export async function sendCode(
  tx: StorageWork,
  {
    conversationId,
    address,
    words,
    now,
    code,
    until,
  }: Sending & { readonly code: string; readonly until: Date },
): Promise<void> {
  await tx.addToOutbox([emailItem(codeMail(words, { address, code, until }), conversationId, now)]);
}

/**
 * Has the conversation up to here sent to the address, which must have been confirmed. The history of its
 * latest case says so, without the address.
 */
export async function sendCopy(
  tx: StorageWork,
  { conversationId, address, words, now }: Sending,
): Promise<void> {
  const activities = await allActivities(tx, conversationId);
  await tx.addToOutbox([emailItem(copyMail(words, address, activities, now), conversationId, now)]);
  const [latest] = await tx.casesOf(conversationId);
  if (latest === undefined) return;
  const event = { type: 'exported', text: 'to the family, by e-mail' } as const;
  await keepEvents(tx, latest.id, { type: 'family' }, [event], now, null);
}

async function allActivities(tx: StorageReads, conversationId: string): Promise<StoredActivity[]> {
  const all: StoredActivity[] = [];
  for (;;) {
    const page = await tx.activitiesAfter(conversationId, all.at(-1)?.seq ?? 0, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
