import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';

/** The tables as they are while this runs. */
type Then = {
  left_messages: Record<'id' | 'conversation_id' | 'left_at' | 'text' | 'situation', string> &
    Record<'council' | 'contact', string | null>;
  conversations: { id: string; last_seq: number };
  cases: Record<'id' | 'ref' | 'conversation_id' | 'council' | 'state', string> &
    Record<'opened_at' | 'since' | 'body', string> &
    Record<'open' | 'red' | 'version', number>;
  case_events: Record<'case_id' | 'at' | 'actor' | 'body', string> & { seq: number };
};

/** Every message that a family left becomes a case which an adviser can take on. */
export async function leftMessagesToCases(untyped: Kysely<unknown>): Promise<void> {
  const db = untyped.withTables<Then>();
  const rows = await db
    .selectFrom('left_messages')
    .leftJoin('conversations', 'conversations.id', 'left_messages.conversation_id')
    .selectAll('left_messages')
    .select('conversations.last_seq')
    .orderBy('left_messages.id')
    .execute();
  const taken = new Set<string>();
  for (const row of rows) {
    const ref = refOf(row.id, taken);
    const red = Danger.safeParse(parsed(row.situation)).success;
    const [council, at] = [row.council ?? '-', row.left_at];
    const body = {
      id: row.id,
      ref,
      conversationId: row.conversation_id,
      council,
      openedAt: at,
      reason: 'asked',
      status: { state: 'message-left', since: at },
      red,
      // The family shared the message, not what they had said to the bot.
      sharedAfter: row.last_seq ?? 0,
      contact: row.contact,
      message: row.text,
      situation: Situation.safeParse(parsed(row.situation)).data ?? null,
    };
    await db
      .insertInto('cases')
      .values({
        id: row.id,
        ref,
        conversation_id: row.conversation_id,
        council,
        state: 'message-left',
        open: 0,
        red: Number(red),
        opened_at: at,
        since: at,
        body: JSON.stringify(body),
        version: 1,
      })
      .execute();
    await db
      .insertInto('case_events')
      .values({ case_id: row.id, seq: 1, at, actor: '{"type":"family"}', body: '{"type":"message-left"}' })
      .execute();
  }
  await db.schema.dropTable('left_messages').execute();
}

/** A situation as it was stored then. Without a topic there was none, only the flag for danger. */
const Situation = z.object({
  kind: z.string(),
  counterparty: z.array(z.string()),
  topic: z.string(),
  stage: z.string(),
  council: z.string().nullable(),
  dates: z.record(z.string(), z.string()),
  cues: z.record(z.string(), z.unknown()),
});
const Danger = z.object({ danger: z.literal(true) });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Without I, O, 0 and 1, which are misheard and misread. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function refOf(id: string, taken: Set<string>): string {
  for (let round = 0; ; round++) {
    const bytes = createHash('sha256').update(`${round}|${id}`).digest().subarray(0, 6);
    const ref = Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
    if (taken.has(ref)) continue;
    taken.add(ref);
    return ref;
  }
}
