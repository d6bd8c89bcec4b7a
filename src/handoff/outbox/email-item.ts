import { z } from 'zod';
import type { NewOutboxItem } from '../../storage/contract/outbox.ts';
import { laneTo } from './lane.ts';

/** A mail as it waits in the outbox. The subject is seen by everybody on the way: it names nobody. */
export const Email = z.object({
  to: z.email(),
  subject: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u),
  text: z.string().min(1),
  /** After this it is of no use to anybody and is not sent. */
  until: z.iso.datetime().nullable(),
});
export type Email = z.infer<typeof Email>;

/** @throws ZodError when it is not a mail that could be sent */
export function emailItem(email: Email, conversationId: string, now: Date): NewOutboxItem {
  const payload = Email.parse(email);
  return { lane: laneTo('email', payload.to), kind: 'email', payload, conversationId, createdAt: now };
}
