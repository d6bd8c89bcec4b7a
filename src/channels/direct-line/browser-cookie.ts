import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { ProblemError } from '../../shared/problem.ts';
import type { Claims } from './tokens.ts';

const NAME = '__Host-signpost';
const GIVEN = new RegExp(`(?:^|; )${NAME}=([\\w-]{20,100})(?:;|$)`);
/** A telephone may sleep for a night with the chat open. Given anew whenever a token is. */
const SECONDS = 24 * 60 * 60;

/** The secret that our own page gave this browser; null when there is none, or the browser keeps none. */
export function browserSecret(headers: IncomingHttpHeaders): string | null {
  return GIVEN.exec(headers.cookie ?? '')?.[1] ?? null;
}

/**
 * The `Set-Cookie` for it. Out of reach of scripts, sent to this host alone, and inside a frame kept apart
 * for each site that shows the frame.
 *
 * @param seconds how long it is kept; 0 takes it back
 */
export function browserCookie(secret: string, seconds = SECONDS): string {
  return `${NAME}=${secret}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=None; Partitioned`;
}

/** What a token says of the browser it belongs to: enough to know the secret again, and not to make it. */
export function browserClaim(secret: string | null): string | undefined {
  return secret === null ? undefined : createHash('sha256').update(secret).digest('base64url');
}

/** @throws ProblemError OtherBrowser when the token belongs to a browser, and the caller is not that one */
export function checkBrowser(claims: Claims, headers: IncomingHttpHeaders): void {
  if (claims.browser !== undefined && claims.browser !== browserClaim(browserSecret(headers))) {
    throw new ProblemError('OtherBrowser');
  }
}
