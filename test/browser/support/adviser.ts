/** An adviser, as far as a family sees one. */
import type { Service } from './service.ts';

const asha = { id: 'adviser-1', name: 'Asha' };

/** Does something in the only conversation there is. */
export async function asAdviser(service: Service, ...activities: object[]): Promise<void> {
  const [conversation = ''] = service.conversations;
  const all = activities.map((one) => ({ from: 'adviser' as const, activity: { from: asha, ...one } }));
  await service.directLine.deliver(conversation, all);
}

export const says = (text: string) => ({ type: 'message', text });
export const types = { type: 'typing' };
export const becomes = (state: 'accepted' | 'completed' | 'failed') => ({
  type: 'event',
  name: 'handoff.status',
  value: { state },
});
