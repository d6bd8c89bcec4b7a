import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../shared/clock.ts';
import { ProblemError } from '../../shared/problem.ts';

export const TOKEN_SECONDS = 30 * 60;
/** A stream address carries its token in the open, so it is good for one minute of connecting. */
export const STREAM_SECONDS = 60;

const Claims = z.object({
  conv: z.string().min(1),
  /** Clients look for this name and then never make up a user id of their own. */
  user: z.string().min(1),
  council: z.string().nullable(),
  /** Web origins that may use the token beside the council's own. */
  origins: z.array(z.string()).optional(),
  /** The browser whose cookie must come with the token; absent for every other kind of client. */
  browser: z.string().optional(),
});
export type Claims = z.infer<typeof Claims>;

const StreamClaims = Claims.extend({ after: z.number().int().nonnegative() });
export type StreamClaims = z.infer<typeof StreamClaims>;

export interface Tokens {
  issue(claims: Claims): Promise<string>;
  issueStream(claims: StreamClaims): Promise<string>;
  /** @throws ProblemError TokenExpired or BadToken */
  verify(token: string): Promise<Claims>;
  /** @throws ProblemError TokenExpired or BadToken */
  verifyStream(token: string): Promise<StreamClaims>;
}

const ALGORITHM = 'HS256';

/** Tokens that let their holder into one conversation and no other. */
export function createTokens(secret: Uint8Array, clock: Clock): Tokens {
  const sign = (claims: Claims, audience: string, seconds: number) => {
    const now = Math.floor(clock.now().getTime() / 1000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: ALGORITHM })
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(secret);
  };
  const read = async (token: string, audience: string) => {
    try {
      const options = {
        algorithms: [ALGORITHM],
        audience,
        currentDate: clock.now(),
        requiredClaims: ['exp'],
      };
      return (await jwtVerify(token, secret, options)).payload;
    } catch (error) {
      throw new ProblemError(error instanceof errors.JWTExpired ? 'TokenExpired' : 'BadToken');
    }
  };
  return {
    issue: (claims) => sign(claims, 'conversation', TOKEN_SECONDS),
    issueStream: (claims) => sign(claims, 'stream', STREAM_SECONDS),
    verify: async (token) => Claims.parse(await read(token, 'conversation')),
    verifyStream: async (token) => StreamClaims.parse(await read(token, 'stream')),
  };
}
