import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../shared/clock.ts';

/** How long a person may take at the provider. */
const SECONDS = 600;

/** What only the browser that began the sign-in can bring back. */
const OnTheWay = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The case that they were on their way to. */
  caseId: z.string().nullable(),
});
export type OnTheWay = z.infer<typeof OnTheWay>;

export interface Sealer {
  seal(what: OnTheWay): Promise<string>;
  /** Null for what we did not seal, and after ten minutes. */
  open(sealed: string): Promise<OnTheWay | null>;
}

/** Keeps a sign-in that is under way in the browser's own cookie, unreadable and unchangeable there. */
export function sealer(secret: Uint8Array, clock: Clock): Sealer {
  // A key of its own: a token of another door must never pass for a sign-in.
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'signpost console sign-in', 32));
  const seconds = () => Math.floor(clock.now().getTime() / 1000);
  return {
    seal: (what) =>
      new EncryptJWT({ ...what })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(seconds() + SECONDS)
        .encrypt(key),
    async open(sealed) {
      try {
        const { payload } = await jwtDecrypt(sealed, key, { currentDate: clock.now() });
        return OnTheWay.parse(payload);
      } catch {
        return null;
      }
    },
  };
}
