import * as client from 'openid-client';
import type { Log } from '../../shared/log.ts';
import { isLoopback } from '../../shared/loopback.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { OidcSettings } from './oidc-settings.ts';
import type { OnTheWay } from './on-the-way.ts';

export const BACK_PATH = '/console/sign-in/oidc/back';
/** A person waits meanwhile. */
const TIMEOUT_SECONDS = 8;
const CLOCKS_APART_SECONDS = 30;

type Secrets = Omit<OnTheWay, 'caseId'>;

export interface OpenId {
  /** Where the browser goes to sign in, and what it has to bring back. @throws ProblemError SignInUnavailable */
  begin(): Promise<{ readonly address: string; readonly onTheWay: Secrets }>;
  /**
   * The provider's claims about whoever came back.
   * @param query of the address that the browser came back to
   * @throws ProblemError SignInUnavailable, or SignInBroken: cancelled, tampered with, or used before
   */
  finish(query: URLSearchParams, onTheWay: Secrets): Promise<unknown>;
}

/**
 * The authorization code flow with PKCE, state and nonce. The provider is asked for its addresses at the first
 * sign-in, and again until it answers: one that is down stops neither our start nor the other way to sign in.
 */
export function openId(settings: OidcSettings, log: Log): OpenId {
  let found: Promise<client.Configuration> | null = null;
  const configuration = (): Promise<client.Configuration> => {
    found ??= discover(settings).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
  /** The person reads one sentence; the operator finds the provider's own code in the log. */
  const refused = (error: unknown): ProblemError => {
    const about = { err: error, reason: reasonOf(error) };
    if (error instanceof client.AuthorizationResponseError || isOurRefusal(error)) {
      log.warn(about, 'a sign-in was not finished');
      return new ProblemError('SignInBroken');
    }
    log.error(about, 'the sign-in service did not answer as it should');
    return new ProblemError('SignInUnavailable');
  };
  return {
    async begin() {
      try {
        const config = await configuration();
        const onTheWay = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier: client.randomPKCECodeVerifier(),
        };
        const address = client.buildAuthorizationUrl(config, {
          redirect_uri: settings.publicUrl + BACK_PATH,
          scope: 'openid profile',
          state: onTheWay.state,
          nonce: onTheWay.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(onTheWay.verifier),
          code_challenge_method: 'S256',
        });
        return { address: address.href, onTheWay };
      } catch (error) {
        throw refused(error);
      }
    },
    async finish(query, { state, nonce, verifier }) {
      try {
        const back = new URL(settings.publicUrl + BACK_PATH);
        back.search = query.toString();
        const tokens = await client.authorizationCodeGrant(await configuration(), back, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        return tokens.claims();
      } catch (error) {
        throw refused(error);
      }
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const server = new URL(issuer);
  const insecure = server.protocol === 'http:' && isLoopback(server.hostname);
  return client.discovery(
    server,
    clientId,
    { [client.clockTolerance]: CLOCKS_APART_SECONDS },
    // Basic is what a client uses that has agreed on nothing else (OpenID Connect Core 1.0, section 9).
    clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret),
    { timeout: TIMEOUT_SECONDS, ...(insecure ? { execute: [client.allowInsecureRequests] } : {}) },
  );
}

/** A `state` or `nonce` that is another's, a code that was used, a token for another client. */
const PUT_RIGHT_BY_TRYING_AGAIN = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
];

function isOurRefusal(error: unknown): boolean {
  if (error instanceof client.ResponseBodyError) return error.error === 'invalid_grant';
  return error instanceof client.ClientError && PUT_RIGHT_BY_TRYING_AGAIN.includes(error.code ?? '');
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof client.ResponseBodyError || error instanceof client.AuthorizationResponseError)
    return error.error;
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
