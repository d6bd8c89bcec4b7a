import { type TurnContext, TurnContext as Turns } from 'botbuilder';
import type { Clock } from '../../../shared/clock.ts';
import type { Log } from '../../../shared/log.ts';
import type { AdviserRow } from '../../../storage/contract/advisers.ts';
import type { Storage } from '../../../storage/storage.ts';
import type { ChannelActivity } from '../channel-activity.ts';
import { ownNames } from '../channel-activity.ts';
import type { QuietCloudAdapter } from '../cloud-adapter.ts';
import { referenceTo } from '../reference.ts';
import { within } from '../within.ts';

const OPEN_MS = 10_000;
/** To whom the token for the connector of the public cloud is made out. */
const AUDIENCE = 'https://api.botframework.com';

export interface PersonalChatDeps {
  readonly adapter: QuietCloudAdapter;
  readonly appId: string;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Makes sure that there is an address at which we can write to the adviser alone. Teams opens such a chat
 * only where the app is installed for the person.
 */
export async function personalChat(
  deps: PersonalChatDeps,
  activity: ChannelActivity,
  adviser: AdviserRow,
  tenant: string,
): Promise<boolean> {
  const { storage, adapter, appId, clock, log } = deps;
  if ((await storage.read((tx) => tx.referenceOfAdviser(adviser.id))) !== null) return true;
  let opened: string | undefined;
  try {
    const open = adapter.createConversationAsync(
      appId,
      activity.channelId,
      activity.serviceUrl,
      AUDIENCE,
      {
        isGroup: false,
        bot: { id: activity.recipient.id, name: 'Signpost' },
        members: [{ id: activity.from.id, name: '' }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
        // The library's type wants a first activity and a topic; Teams wants neither.
      } as Parameters<QuietCloudAdapter['createConversationAsync']>[4],
      async (context: TurnContext) => {
        opened = Turns.getConversationReference(context.activity).conversation?.id;
      },
    );
    await within(OPEN_MS, open);
  } catch (err) {
    log.warn({ err }, 'a chat with an adviser could not be opened');
    return false;
  }
  if (opened === undefined) return false;
  const conversation = { id: opened, conversationType: 'personal', isGroup: false, tenantId: tenant };
  const there = { ...activity, conversation };
  await storage.transaction((tx) =>
    tx.saveReference({
      conversationId: ownNames(there).conversationId,
      kind: 'person',
      council: null,
      adviserId: adviser.id,
      reference: referenceTo(there),
      updatedAt: clock.now(),
    }),
  );
  return true;
}
