import { createTransport } from 'nodemailer';
import type { Clock } from '../../shared/clock.ts';
import { Email } from './email-item.ts';
import { itemName } from './item-name.ts';
import { type MailSettings, transportOptions } from './mail-transport.ts';
import type { Attempt, Sender } from './sender.ts';

/** Sends mails as plain text through the mail server of the settings, a connection each. */
export function emailSender({ url, from }: MailSettings, clock: Clock): Sender {
  const transport = createTransport(transportOptions(url));
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return async (item) => {
    const email = Email.safeParse(item.payload);
    if (!email.success) return { type: 'refused', why: 'not a mail' };
    const { to, subject, text, until } = email.data;
    if (until !== null && clock.now().toISOString() > until) return { type: 'refused', why: 'too late' };
    try {
      await transport.sendMail({
        from: { name: 'Signpost', address: from },
        to: { name: '', address: to },
        subject,
        text,
        date: item.createdAt,
        messageId: `<${itemName(item)}@${domain}>`,
        headers: {
          // RFC 3834: no holiday notice answers a machine.
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
        },
      });
      return { type: 'sent' };
    } catch (error) {
      return whyNot(error);
    }
  };
}

/**
 * Only a server that refuses this very mail or its receiver for good ends the matter. A wrong password, an
 * unknown sender or a certificate can be put right by the operator, and the mail waits for that.
 */
function whyNot(error: unknown): Attempt {
  const text = (name: string) => {
    const value = error instanceof Error ? Reflect.get(error, name) : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const status = text('responseCode');
  const why = `smtp ${status || text('code') || 'failed'}`;
  const aboutThisMail = text('command') === 'RCPT TO' || text('code') === 'EMESSAGE';
  return { type: aboutThisMail && /^5\d\d$/.test(status) ? 'refused' : 'retry', why };
}
