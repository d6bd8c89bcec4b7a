import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const BYTES = 32;

/**
 * The secret that tokens are signed with. When none is given it is made once and kept beside the
 * database, so that a restart does not throw families out of their conversations.
 *
 * @param given TOKEN_SECRET, or null
 * @param databasePath the database's file, or `:memory:`
 * @throws when the kept secret cannot be read or has been cut short
 */
export function tokenSecret(given: string | null, databasePath: string): Uint8Array {
  if (given !== null) return new TextEncoder().encode(given);
  if (databasePath === ':memory:') return randomBytes(BYTES);
  const file = join(dirname(databasePath), 'token-secret');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    // `wx` lets one of two processes that start together win; the other reads what it wrote.
    writeFileSync(file, randomBytes(BYTES).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (secret.length < BYTES) {
    throw new Error('The file token-secret beside the database is damaged. Delete it, or set TOKEN_SECRET.');
  }
  return secret;
}
