/** The page of an adviser, and the sign-in that stands before it. */
import { z } from 'zod';
import type { Route } from '../../channels/route.ts';
import { slowDown } from '../../handoff/sign-in/slow-down.ts';
import { withPassword } from '../../handoff/sign-in/with-password.ts';
import { PROBLEMS, ProblemError } from '../../shared/problem.ts';
import { APP_TITLE, appPage } from './app-page.ts';
import { consoleAt } from './case-link.ts';
import { readCookie, setCookie } from './cookies.ts';
import type { ConsoleDeps } from './deps.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { requireOwnPage } from './own-page.ts';
import { page } from './page.ts';
import { caseOf, goTo, type SignInNeeds, signInAnswers } from './sign-in-answers.ts';
import { secretOf } from './visits.ts';

const Form = z.object({ login: z.string().max(200), password: z.string().max(1_000) });

export function signInRoutes(deps: ConsoleDeps, needs: SignInNeeds): Route[] {
  const { storage, clock, log, settings } = deps;
  const { sessions, assets, ended } = needs;
  const slow = slowDown(clock, deps.wait);
  const answers = signInAnswers(deps, needs);
  const { originOf, again, signedIn, kindly } = answers;

  return [
    {
      method: 'GET',
      path: '/console',
      handle: kindly(async (request) => {
        const origin = originOf(request);
        const secret = secretOf(request.headers, origin);
        const session = secret === null ? null : await storage.read((tx) => sessions.read(tx, secret));
        if (session === null) return again(request, 200, null);
        if (request.query.has('case')) return goTo(consoleAt(caseOf(request)));
        const used = readCookie(request.headers, 'way', origin) !== null;
        return page({
          status: 200,
          title: APP_TITLE,
          styles: [],
          styleSheet: assets.style.path,
          script: assets.script.path,
          ownOrigin: origin,
          body: appPage,
          ...(used ? { headers: { 'set-cookie': setCookie('way', '', origin, 0) } } : {}),
        });
      }),
    },
    {
      // Where a form that was refused leaves the browser: reloading that address begins again.
      method: 'GET',
      path: '/console/sign-in',
      handle: async () => goTo('/console'),
    },
    {
      method: 'POST',
      path: '/console/sign-in',
      takes: 'form',
      handle: kindly(async (request) => {
        requireOwnPage(request.headers, originOf(request));
        const form = Form.safeParse(request.body);
        if (!form.success) throw new ProblemError('BadRequest');
        const { login, password } = form.data;
        const tried = { address: request.clientKey, login, password };
        const adviser = await withPassword({ storage, slow }, tried);
        if (adviser !== null) return signedIn(request, adviser, caseOf(request));
        log.warn({ address: request.clientKey }, 'a sign-in was refused');
        const { status, message } = PROBLEMS.WrongSignIn;
        return again(request, status, message, login);
      }),
    },
    {
      method: 'POST',
      path: '/console/sign-out',
      takes: 'none',
      handle: kindly(async (request) => {
        const origin = originOf(request);
        requireOwnPage(request.headers, origin);
        const secret = secretOf(request.headers, origin);
        if (secret !== null) ended(await sessions.end(secret));
        return goTo('/console', setCookie('session', '', origin, 0));
      }),
    },
    ...(settings.oidc === null ? [] : oidcRoutes(deps, settings.oidc, answers)),
  ];
}
