import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** OWASP's first choice for scrypt: 128 MB and about half a second for each guess. */
const NOW = { N: 2 ** 17, r: 8, p: 1 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

const Stored = z
  .string()
  .regex(/^scrypt\$\d{1,8}\$\d{1,2}\$\d{1,2}\$[\w-]+\$[\w-]+$/)
  .transform((text) => {
    const [, N, r, p, salt = '', key = ''] = text.split('$');
    const bytes = (part: string) => Buffer.from(part, 'base64url');
    return { cost: { N: Number(N), r: Number(r), p: Number(p) }, salt: bytes(salt), key: bytes(key) };
  });

/**
 * @param random gives so many bytes that nobody can guess
 * @returns `scrypt$N$r$p$salt$key`: what it takes to check a password later, also when the cost has been raised
 */
export async function hashPassword(password: string, random: (bytes: number) => Buffer): Promise<string> {
  const salt = random(SALT_BYTES);
  const key = await derive(password, salt, NOW);
  return ['scrypt', NOW.N, NOW.r, NOW.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/**
 * Whether it is the password. Without a hash it takes as long and is never true, so that nobody learns from
 * the time which logins exist.
 */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const stored = hash === null ? null : Stored.parse(hash);
  if (stored === null) {
    await derive(password, Buffer.alloc(SALT_BYTES), NOW);
    return false;
  }
  return timingSafeEqual(await derive(password, stored.salt, stored.cost, stored.key.length), stored.key);
}

function derive(
  password: string,
  salt: Buffer,
  cost: { N: number; r: number; p: number },
  bytes = KEY_BYTES,
): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    // The same letters can be written in several ways; telephones and laptops differ in which they send.
    scrypt(password.normalize('NFKC'), salt, bytes, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
