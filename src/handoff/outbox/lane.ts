import { createHash } from 'node:crypto';

/**
 * The lane of what one receiver is told of one conversation. Each conversation has its own, so that an item which
 * the receiver chokes on keeps no other family's notice back. Holds no address in clear: a lane may come into a log.
 *
 * @param of the conversation
 */
export function laneTo(kind: 'email' | 'webhook', receiver: string, of: string): string {
  return `${kind}:${hashed(`${addressHash(receiver)} ${of}`)}`;
}

/** Stands for an address where it must not be kept in clear. */
export function addressHash(address: string): string {
  return hashed(address.trim().toLowerCase());
}

const hashed = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);
