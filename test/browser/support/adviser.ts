/** An adviser, as far as a family sees one. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Service } from './service.ts';

const asha = { id: 'adviser-1', name: 'Asha' };

/** Does something in the only conversation there is. */
export async function asAdviser(service: Service, ...activities: object[]): Promise<void> {
  const [conversation = ''] = service.conversations;
  const all = activities.map((one) => ({ from: 'adviser' as const, activity: { from: asha, ...one } }));
  await service.directLine.deliver(conversation, all);
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
