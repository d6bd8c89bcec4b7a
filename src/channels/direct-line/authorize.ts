import { ProblemError } from '../../shared/problem.ts';
import type { HttpRequest } from '../route.ts';
import { checkBrowser } from './browser-cookie.ts';
import type { OriginCheck } from './may-use-origin.ts';
import type { Claims, Tokens } from './tokens.ts';

export type Authorize = (request: HttpRequest) => Promise<Claims>;

/** What follows `Bearer ` in the Authorization header; null when there is none. */
export function bearer(request: HttpRequest): string | null {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/**
 * Reads the caller's token and holds it against the conversation in the address, if there is one.
 * @throws ProblemError MissingToken, TokenExpired, BadToken, OriginNotAllowed or OtherBrowser
 */
export function authorizer(tokens: Tokens, mayUse: OriginCheck): Authorize {
  return async (request) => {
    const token = bearer(request);
    if (token === null) throw new ProblemError('MissingToken');
    const claims = await tokens.verify(token);
    const wanted = request.params.conversationId;
    if (wanted !== undefined && wanted !== claims.conv) throw new ProblemError('BadToken');
    if (!mayUse(claims.council, request.headers.origin, request.ownOrigin, claims.origins)) {
      throw new ProblemError('OriginNotAllowed');
    }
    checkBrowser(claims, request.headers);
    return claims;
  };
}
