/** Hands activities of the outbox to their Bot Framework channel. */
import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Attempt, Sender } from '../../handoff/outbox/sender.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import { stateKey } from '../../storage/state-key.ts';
import type { Storage } from '../../storage/storage.ts';
import { ActivityItem } from './activity-item.ts';
import type { QuietCloudAdapter } from './cloud-adapter.ts';
import { oneAttempt } from './one-attempt.ts';
import { StoredReference } from './reference.ts';
import { statusOf, whyNotSent } from './send-failure.ts';
import { serviceHostAllowed } from './service-host.ts';

const SentMessage = z.object({ id: z.string() });

export interface ActivitySenderDeps {
  readonly adapter: QuietCloudAdapter;
  /** Empty for the open door. */
  readonly appId: string;
  readonly allowedServiceHosts: readonly string[];
  /** The open door: also to this machine. */
  readonly development: boolean;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: { referenceGone(kind: 'person' | 'channel'): void };
}

/**
 * Sends to where the stored reference says. A message with a name takes the place of the one that had it
 * before; a conversation that will take nothing more from us is struck from the addresses.
 */
export function activitySender(deps: ActivitySenderDeps): Sender {
  const { storage, log, clock } = deps;

  return async (item) => {
    const parsed = ActivityItem.safeParse(item.payload);
    if (!parsed.success) return { type: 'refused', why: 'not an activity' };
    const { to, name, thread, final, activity } = parsed.data;
    const key = name === null ? null : stateKey(to, `message/${name}`);
    const { row, sent } = await storage.read(async (tx) => ({
      row: await tx.reference(to),
      sent: key === null ? null : await tx.state(key),
    }));
    const reference = StoredReference.safeParse(row?.reference);
    if (row === null || !reference.success) return { type: 'receiver-gone', why: 'no address' };
    if (!serviceHostAllowed(reference.data.serviceUrl, deps.allowedServiceHosts, deps.development)) {
      log.warn(
        { code: 'ServiceHostNotAllowed' },
        'a stored address names a service host that is not allowed',
      );
      return { type: 'refused', why: 'service host not allowed' };
    }
    const address = inThread(reference.data, thread);
    // Checked by zod as far as we make it; the library's own type has forty fields that are not needed.
    const message = activity as Partial<Activity>;
    const before = SentMessage.safeParse(sent?.value).data?.id ?? null;
    const done = await deliver(address, message, before);
    if (done.type !== 'sent') {
      if (done.type === 'receiver-gone') await strike(to, row.kind);
      return done;
    }
    if (key !== null && final) await storage.transaction((tx) => tx.deleteState(key));
    else if (key !== null && done.id !== null && done.id !== before) {
      const { id } = done;
      await storage.transaction((tx) => tx.saveState(key, { id }, sent?.version ?? 0));
    }
    return { type: 'sent' };
  };

  /** Replaces the message of that id; where somebody has deleted it, says it anew. */
  async function deliver(
    address: StoredReference,
    message: Partial<Activity>,
    before: string | null,
  ): Promise<Exclude<Attempt, { type: 'sent' }> | { type: 'sent'; id: string | null }> {
    try {
      if (before !== null && (await replaced(address, { ...message, id: before })))
        return { type: 'sent', id: before };
      let id: string | null = null;
      await inConversation(address, async (context) => {
        id = (await context.sendActivity(message))?.id ?? null;
      });
      return { type: 'sent', id };
    } catch (error) {
      return whyNotSent(error, clock.now());
    }
  }

  async function replaced(address: StoredReference, message: Partial<Activity>): Promise<boolean> {
    try {
      await inConversation(address, (context) => context.updateActivity(message));
      return true;
    } catch (error) {
      if (statusOf(error) === 404 || statusOf(error) === 400) return false;
      throw error;
    }
  }

  /** The adapter's own handler would take an error for itself and answer the person with an apology. */
  async function inConversation(
    address: StoredReference,
    work: (context: TurnContext) => Promise<unknown>,
  ): Promise<void> {
    const reference: Partial<ConversationReference> = address;
    const failures: unknown[] = [];
    await deps.adapter.continueConversationAsync(deps.appId, reference, async (context) => {
      try {
        oneAttempt(context);
        // The library makes up an id, and a channel would take what we say for the answer to that message.
        Reflect.deleteProperty(context.activity, 'id');
        await work(context);
      } catch (error) {
        failures.push(error);
      }
    });
    if (failures.length > 0) throw failures[0];
  }

  async function strike(to: string, kind: 'person' | 'channel'): Promise<void> {
    await storage.transaction((tx) => tx.deleteReference(to));
    deps.metrics.referenceGone(kind);
    log.warn({ kind, conversation: to }, 'a conversation takes nothing more from us and was struck off');
  }
}

function inThread(reference: StoredReference, thread: string | null): StoredReference {
  return thread === null
    ? reference
    : { ...reference, conversation: { ...reference.conversation, id: thread } };
}
