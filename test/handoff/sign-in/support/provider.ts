/** A real OpenID Connect provider on this machine, whose people sign in without being asked. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export const CLIENT = { clientId: 'signpost', clientSecret: 'a secret of thirty-two characters' };

export interface TestProvider {
  /** Whoever signs in next; null: they cancel. */
  person: { readonly sub: string; readonly claims: Record<string, unknown> } | null;
  stop(): Promise<void>;
}

/** @param port a free one: who signs in here has to know it before we are there */
export async function startProvider(port: number, redirectUri: string): Promise<TestProvider> {
  const issuer = `http://127.0.0.1:${port}`;
  const state: { person: TestProvider['person'] } = { person: null };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    cookies: { keys: ['a key for the tests'] },
    claims: { openid: ['sub'], profile: ['name', 'given_name', 'roles', 'email'] },
    // As Entra ID does: the claims are in the token itself.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ ...state.person?.claims, sub: accountId }),
    }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) {
      void callback(request, response);
      return;
    }
    const { person } = state;
    const result =
      person === null ? { error: 'access_denied' } : { login: { accountId: person.sub, remember: false } };
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    get person() {
      return state.person;
    },
    set person(next) {
      state.person = next;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
