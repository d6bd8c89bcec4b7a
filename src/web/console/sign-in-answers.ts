import { z } from 'zod';
import type { HttpRequest, HttpResponse, Route } from '../../channels/route.ts';
import type { Sessions } from '../../handoff/sign-in/sessions.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { AdviserRow } from '../../storage/contract/advisers.ts';
import type { ConsoleAssets } from './assets.ts';
import { consoleAt, LinkedCase } from './case-link.ts';
import { setCookie } from './cookies.ts';
import type { ConsoleDeps } from './deps.ts';
import { consoleOrigin } from './own-page.ts';
import { page } from './page.ts';
import { SIGN_IN_TITLE, signInPage } from './sign-in-page.ts';
import { secretOf } from './visits.ts';

export interface SignInNeeds {
  readonly sessions: Sessions;
  readonly assets: ConsoleAssets;
  /** This sign-in has ended: its open screens end too. */
  readonly ended: (hash: string) => void;
}

export interface SignInAnswers {
  originOf(request: HttpRequest): string;
  /** The page, with what went wrong as a sentence and the login that was typed. */
  again(request: HttpRequest, status: number, wrong: string | null, login?: string): Promise<HttpResponse>;
  /** Signs the adviser in, and leads to the case that they came for. @throws ProblemError WrongSignIn when password or account changed in between */
  signedIn(request: HttpRequest, adviser: AdviserRow, caseId: string | null): Promise<HttpResponse>;
  /** Whoever reads the answers of these routes is a person, so problems are pages and sentences. */
  kindly(handle: Route['handle']): Route['handle'];
}

export const goTo = (location: string, cookie?: string): HttpResponse => ({
  status: 303,
  headers: { location, ...(cookie === undefined ? {} : { 'set-cookie': cookie }) },
});

const Asked = z.object({ case: LinkedCase }).catch({ case: null });

/** The case that a link, or the form after it, asks for. */
export const caseOf = ({ query, body }: HttpRequest): string | null =>
  LinkedCase.parse(query.get('case')) ?? Asked.parse(body).case;

export function signInAnswers(deps: ConsoleDeps, { sessions, assets, ended }: SignInNeeds): SignInAnswers {
  const { storage, log, settings } = deps;
  const originOf = (request: HttpRequest) =>
    consoleOrigin(request.headers, request.ownOrigin, settings.publicUrl);

  const again: SignInAnswers['again'] = async (request, status, wrong, login = '') => {
    const builtIn = await storage
      .read(async (tx) => (await tx.advisers(null)).some((one) => one.passwordHash !== null && !one.disabled))
      .catch(() => true);
    const withOidc = settings.oidc !== null;
    return page({
      status,
      title: SIGN_IN_TITLE,
      styles: [assets.signInCss],
      styleSheet: null,
      script: null,
      ownOrigin: originOf(request),
      body: signInPage({
        wrong,
        login,
        caseId: caseOf(request),
        withPassword: builtIn || !withOidc,
        withOidc,
      }),
    });
  };
  return {
    originOf,
    again,
    async signedIn(request, { id, passwordHash }, caseId) {
      const origin = originOf(request);
      // A new secret each time, whatever the browser had before: nobody can have planted it.
      const before = secretOf(request.headers, origin);
      if (before !== null) ended(await sessions.end(before));
      const secret = await storage.transaction(async (tx) => {
        const now = await tx.adviser(id);
        if (now === null || now.disabled || now.passwordHash !== passwordHash) {
          throw new ProblemError('WrongSignIn');
        }
        return sessions.begin(tx, id);
      });
      log.info({ adviser: id }, 'an adviser signed in');
      return goTo(consoleAt(caseId), setCookie('session', secret, origin, null));
    },
    kindly: (handle) => async (request) => {
      try {
        return await handle(request);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return again(request, error.status, error.message);
      }
    },
  };
}
