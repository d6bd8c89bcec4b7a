import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';
import { rateLimit } from '../rate-limit.ts';
import { json, type Route } from '../route.ts';
import { type Authorize, bearer } from './authorize.ts';
import { browserClaim, browserCookie, browserSecret } from './browser-cookie.ts';
import type { DirectLineDeps } from './deps.ts';
import type { OriginCheck } from './may-use-origin.ts';
import { type Claims, TOKEN_SECONDS, type Tokens } from './tokens.ts';

/** A family needs one; a library's computers behind one address need a few more. */
const TOKENS_A_MINUTE = 120;

/** Without a council: the national chat, which only our own pages show. */
const WidgetRequest = z.object({ council: z.string().min(1).max(100).nullable() });
const GenerateRequest = z
  .object({
    council: z.string().min(1).max(100).optional(),
    user: z.object({ id: z.string().min(1).max(100) }).optional(),
    trustedOrigins: z.array(z.url()).max(20).optional(),
  })
  .optional();

/** How a client gets a token, and a fresh one before it runs out. None of them wakes the bot. */
export function tokenRoutes(
  deps: DirectLineDeps,
  tokens: Tokens,
  authorize: Authorize,
  mayUse: OriginCheck,
): Route[] {
  const limit = rateLimit(deps.clock, TOKENS_A_MINUTE, 60_000);
  const answer = async (claims: Claims) =>
    json(200, {
      conversationId: claims.conv,
      token: await tokens.issue(claims),
      expires_in: TOKEN_SECONDS,
    });
  return [
    {
      method: 'POST',
      path: '/widget/token',
      crossOrigin: true,
      async handle(request) {
        if (!limit.allows(request.clientKey)) throw new ProblemError('TooManyRequests');
        const body = WidgetRequest.safeParse(request.body);
        if (!body.success) throw new ProblemError('BadRequest');
        const { council } = body.data;
        if (council !== null && deps.originsOf(council) === null) throw new ProblemError('UnknownCouncil');
        if (!mayUse(council, request.headers.origin, request.ownOrigin)) {
          throw new ProblemError('OriginNotAllowed');
        }
        // Only our own page gives the cookie, and only pages of our own origin send it here.
        const browser = browserClaim(browserSecret(request.headers));
        return answer({ conv: deps.newId(), user: `dl_${deps.newId()}`, council, browser });
      },
    },
    {
      method: 'POST',
      path: '/v3/directline/tokens/generate',
      async handle(request) {
        const { directLineSecret } = deps;
        const given = bearer(request);
        if (given === null) throw new ProblemError('MissingToken');
        if (directLineSecret === null || !same(given, directLineSecret)) throw new ProblemError('BadToken');
        const body = GenerateRequest.safeParse(request.body);
        if (!body.success) throw new ProblemError('BadRequest');
        const council = body.data?.council ?? null;
        if (council !== null && deps.originsOf(council) === null) throw new ProblemError('UnknownCouncil');
        const user = body.data?.user?.id ?? `dl_${deps.newId()}`;
        const origins = body.data?.trustedOrigins;
        return answer({
          conv: deps.newId(),
          user,
          council,
          ...(origins === undefined ? {} : { origins }),
        });
      },
    },
    {
      method: 'POST',
      path: '/v3/directline/tokens/refresh',
      crossOrigin: true,
      async handle(request) {
        const claims = await authorize(request);
        const secret = claims.browser === undefined ? null : browserSecret(request.headers);
        const answered = await answer(claims);
        return secret === null ? answered : { ...answered, headers: { 'set-cookie': browserCookie(secret) } };
      },
    },
  ];
}

/** Equal, in a time that does not tell how much of it is. */
function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
