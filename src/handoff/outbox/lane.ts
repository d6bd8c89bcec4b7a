import { createHash } from 'node:crypto';

/** The lane of one receiver. Holds no address in clear: a lane may come into a log. */
export function laneTo(kind: 'email' | 'webhook', receiver: string): string {
  const hash = createHash('sha256').update(receiver.trim().toLowerCase()).digest('base64url').slice(0, 22);
  return `${kind}:${hash}`;
}
