import { z } from 'zod';
import { isLoopback } from '../../shared/loopback.ts';
import type { NewOutboxItem } from '../../storage/contract/outbox.ts';
import { laneTo } from './lane.ts';

/** A webhook as it waits in the outbox: the body is the same at every attempt. */
export const Webhook = z.object({
  url: z
    .url({ protocol: /^https?$/, abort: true })
    .refine((url) => url.startsWith('https:') || isLoopback(new URL(url).hostname), 'must be https'),
  body: z.string(),
});
export type Webhook = z.infer<typeof Webhook>;

/** @throws ZodError when the address is neither https nor on this machine */
export function webhookItem(webhook: Webhook, conversationId: string, now: Date): NewOutboxItem {
  const payload = Webhook.parse(webhook);
  return {
    lane: laneTo('webhook', payload.url, conversationId),
    kind: 'webhook',
    payload,
    conversationId,
    createdAt: now,
  };
}
