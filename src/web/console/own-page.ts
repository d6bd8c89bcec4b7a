import type { IncomingHttpHeaders } from 'node:http';
import { ProblemError } from '../../shared/problem.ts';

/**
 * Where the browser thinks we are. A proxy that speaks TLS for us may not say so; PUBLIC_URL does, for its
 * own host.
 */
export function consoleOrigin(
  headers: IncomingHttpHeaders,
  ownOrigin: string,
  publicUrl: string | null,
): string {
  return publicUrl !== null && new URL(publicUrl).host === headers.host ? publicUrl : ownOrigin;
}

/**
 * Lets nobody act but our own page: the cookie alone would also come along with another site's form.
 * @throws ProblemError OriginNotAllowed
 */
export function requireOwnPage({ origin, ...headers }: IncomingHttpHeaders, own: string): void {
  const site = headers['sec-fetch-site'];
  if (origin !== own || (site !== undefined && site !== 'same-origin')) {
    throw new ProblemError('OriginNotAllowed');
  }
}

/** For what is only read; a person may also have typed its address. @throws ProblemError OriginNotAllowed */
export function refuseOtherSites(headers: IncomingHttpHeaders): void {
  const site = headers['sec-fetch-site'] ?? 'none';
  if (site !== 'none' && site !== 'same-origin') throw new ProblemError('OriginNotAllowed');
}
