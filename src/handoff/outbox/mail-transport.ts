import type { SMTPTransportOptions } from 'nodemailer';
import { isLoopback } from '../../shared/loopback.ts';

export interface MailSettings {
  /** `smtp://[user:password@]host[:port]`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  /** The bare address of the sender. */
  readonly from: string;
}

/** How the mail server is spoken to. A mail crosses a network with TLS or not at all. */
export function transportOptions(url: string): SMTPTransportOptions {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const here = isLoopback(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A relay on this machine often shows a certificate of its own making, and needs none.
    ...(secure ? {} : here ? { ignoreTLS: true } : { requireTLS: true }),
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
    // A mail is made of the words in the outbox and of nothing else.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
