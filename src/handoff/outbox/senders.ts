import type { Clock } from '../../shared/clock.ts';
import type { MailSettings } from './mail-transport.ts';
import { emailSender } from './send-email.ts';
import { webhookSender } from './send-webhook.ts';
import { notConfigured, type OutboxKind, type Sender } from './sender.ts';

/** A sender for each kind, as far as the settings allow. */
export function senders({
  mail,
  webhookSecret,
  activity,
  clock,
}: {
  readonly mail: MailSettings | null;
  readonly webhookSecret: string | null;
  /** Of the channels; null while there is none to send to. */
  readonly activity: Sender | null;
  readonly clock: Clock;
}): Record<OutboxKind, Sender> {
  return {
    activity: activity ?? notConfigured,
    email: mail === null ? notConfigured : emailSender(mail, clock),
    webhook: webhookSecret === null ? notConfigured : webhookSender(webhookSecret, clock),
  };
}
