import { rateLimit } from '../../channels/rate-limit.ts';
import type { HttpRequest, HttpResponse } from '../../channels/route.ts';
import type { Sessions } from '../../handoff/sign-in/sessions.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { ConsoleDeps } from './deps.ts';
import { consoleOrigin, refuseOtherSites, requireOwnPage } from './own-page.ts';
import { secretOf, type Visit, visitOf } from './visits.ts';

/** Many times what a busy screen needs. */
const REQUESTS_A_MINUTE = 600;

/** Lets in who is signed in: to read, from anywhere but another site; to act, from our own page alone. */
export type Guard = (
  method: 'read' | 'act',
  handle: (request: HttpRequest, visit: Visit) => Promise<HttpResponse>,
) => (request: HttpRequest) => Promise<HttpResponse>;

/** @returns a guard whose handlers throw ProblemError SignedOut, OriginNotAllowed or TooManyRequests */
export function createGuard({ storage, clock, log, settings }: ConsoleDeps, sessions: Sessions): Guard {
  const limit = rateLimit(clock, REQUESTS_A_MINUTE, 60_000);
  return (method, handle) => async (request) => {
    const origin = consoleOrigin(request.headers, request.ownOrigin, settings.publicUrl);
    if (method === 'act') requireOwnPage(request.headers, origin);
    else refuseOtherSites(request.headers);
    const visit = await storage.read((tx) => visitOf(tx, sessions, secretOf(request.headers, origin)));
    if (!limit.allows(visit.ref.id)) throw new ProblemError('TooManyRequests');
    // The answer is worth more than the note of when it was asked for.
    await sessions.use(visit.session).catch((err: unknown) => log.warn({ err }, 'a sign-in was not renewed'));
    return handle(request, visit);
  };
}
