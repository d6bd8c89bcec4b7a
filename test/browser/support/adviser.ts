/** An adviser, as far as a family sees one. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { activityId } from '../../../src/channels/activity-id.ts';
import type { Service } from './service.ts';

const asha = { id: 'adviser-1', name: 'Asha' };

/** Does something in the only conversation there is. */
export async function asAdviser(service: Service, ...activities: readonly { type: string }[]): Promise<void> {
  const [conversationId = ''] = service.conversations;
  const lasting = activities.filter(({ type }) => type !== 'typing');
  if (lasting.length < activities.length) {
    service.feed.publish({ type: 'typing', conversationId, who: 'adviser', name: asha.name });
  }
  const common = { timestamp: service.now(), conversation: { id: conversationId }, channelId: 'directline' };
  await service.storage.transaction((tx) =>
    tx.append(
      conversationId,
      lasting.map((activity) => ({
        clientId: null,
        from: 'adviser' as const,
        build: (seq) => ({ from: asha, ...activity, ...common, id: activityId(conversationId, seq) }),
      })),
    ),
  );
  service.feed.publish({ type: 'said', conversationId });
}

export const says = (text: string) => ({ type: 'message', text });
const types = { type: 'typing' };
export const becomes = (state: 'accepted' | 'completed' | 'failed') => ({
  type: 'event',
  name: 'handoff.status',
  value: { state },
});

/** Types until it is seen: typing is only pushed, and a socket that is not there yet misses it. */
export async function isSeenTyping(service: Service, page: Page): Promise<void> {
  const seen = async () => {
    await asAdviser(service, types);
    return page.getByText('Asha is writing').isVisible();
  };
  await expect.poll(seen).toBe(true);
}
