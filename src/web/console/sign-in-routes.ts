/** The pages around a sign-in. Whoever reads them is a person, so problems are pages and sentences too. */
import { z } from 'zod';
import type { HttpRequest, HttpResponse, Route } from '../../channels/route.ts';
import { keepWho } from '../../handoff/sign-in/keep-who.ts';
import { sealer } from '../../handoff/sign-in/on-the-way.ts';
import { BACK_PATH, openId } from '../../handoff/sign-in/open-id.ts';
import type { Sessions } from '../../handoff/sign-in/sessions.ts';
import { slowDown } from '../../handoff/sign-in/slow-down.ts';
import { whoSignedIn } from '../../handoff/sign-in/who-signed-in.ts';
import { withPassword } from '../../handoff/sign-in/with-password.ts';
import { PROBLEMS, ProblemError } from '../../shared/problem.ts';
import { APP_TITLE, appPage } from './app-page.ts';
import type { ConsoleAssets } from './assets.ts';
import { readCookie, setCookie } from './cookies.ts';
import type { ConsoleDeps } from './deps.ts';
import { consoleOrigin, requireOwnPage } from './own-page.ts';
import { page } from './page.ts';
import { SIGN_IN_TITLE, signInPage } from './sign-in-page.ts';
import { secretOf } from './visits.ts';

const WAY_SECONDS = 600;
const NO_ROLE =
  'You are signed in at your organisation, but it has given you no part in this service. Ask whoever manages sign-ins there for the role of an adviser for your council.';

const Form = z.object({ login: z.string().max(200), password: z.string().max(1_000) });

export interface SignInNeeds {
  readonly sessions: Sessions;
  readonly assets: ConsoleAssets;
  /** This sign-in has ended: its open screens end too. */
  readonly ended: (hash: string) => void;
}

export function signInRoutes(deps: ConsoleDeps, { sessions, assets, ended }: SignInNeeds): Route[] {
  const { storage, clock, log, settings, newId, search } = deps;
  const slow = slowDown(clock, deps.wait);
  const seals = sealer(deps.secret, clock);
  const provider = settings.oidc === null ? null : openId(settings.oidc, log);
  const originOf = (request: HttpRequest) =>
    consoleOrigin(request.headers, request.ownOrigin, settings.publicUrl);
  const goTo = (location: string, cookie?: string): HttpResponse => ({
    status: 303,
    headers: { location, ...(cookie === undefined ? {} : { 'set-cookie': cookie }) },
  });

  const signInAgain = async (
    request: HttpRequest,
    status: number,
    wrong: string | null,
    login = '',
  ): Promise<HttpResponse> => {
    const builtIn = await storage
      .read(async (tx) => (await tx.advisers(null)).some((one) => one.passwordHash !== null && !one.disabled))
      .catch(() => true);
    const body = signInPage({
      wrong,
      login,
      withPassword: provider === null || builtIn,
      withOidc: provider !== null,
    });
    const origin = originOf(request);
    const style = { inline: assets.signInCss };
    return page({ status, title: SIGN_IN_TITLE, style, script: null, origin, body });
  };
  const kindly =
    (handle: Route['handle']): Route['handle'] =>
    async (request) => {
      try {
        return await handle(request);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return signInAgain(request, error.status, error.message);
      }
    };
  /** A new secret each time, whatever the browser had before: nobody can have planted it. */
  const signedIn = async (request: HttpRequest, adviserId: string): Promise<HttpResponse> => {
    const origin = originOf(request);
    const before = secretOf(request.headers, origin);
    if (before !== null) ended(await sessions.end(before));
    const secret = await storage.transaction((tx) => sessions.begin(tx, adviserId));
    log.info({ adviser: adviserId }, 'an adviser signed in');
    return goTo('/console', setCookie('session', secret, origin, null));
  };

  return [
    {
      method: 'GET',
      path: '/console',
      handle: kindly(async (request) => {
        const origin = originOf(request);
        const secret = secretOf(request.headers, origin);
        const session = secret === null ? null : await storage.read((tx) => sessions.read(tx, secret));
        if (session === null) return signInAgain(request, 200, null);
        const used = readCookie(request.headers, 'way', origin) !== null;
        return page({
          status: 200,
          title: APP_TITLE,
          style: { path: assets.style.path },
          script: assets.script.path,
          origin,
          body: appPage,
          ...(used ? { headers: { 'set-cookie': setCookie('way', '', origin, 0) } } : {}),
        });
      }),
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
        const adviser = await withPassword(
          { storage, slow },
          { address: request.clientKey, login, password },
        );
        if (adviser !== null) return signedIn(request, adviser.id);
        log.warn({ address: request.clientKey }, 'a sign-in was refused');
        const { status, message } = PROBLEMS.WrongSignIn;
        return signInAgain(request, status, message, login);
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
    {
      method: 'GET',
      path: '/console/sign-in/oidc',
      handle: kindly(async (request) => {
        if (provider === null || settings.oidc === null) throw new ProblemError('NotFound');
        const origin = originOf(request);
        // The provider sends people to that address, and only there is the cookie that we set now.
        if (origin !== settings.oidc.publicUrl && !request.query.has('moved'))
          return goTo(`${settings.oidc.publicUrl}/console/sign-in/oidc?moved`);
        const { address, onTheWay } = await provider.begin();
        return goTo(address, setCookie('way', await seals.seal(onTheWay), origin, WAY_SECONDS));
      }),
    },
    {
      method: 'GET',
      path: BACK_PATH,
      handle: kindly(async (request) => {
        if (provider === null || settings.oidc === null) throw new ProblemError('NotFound');
        const sealed = readCookie(request.headers, 'way', originOf(request));
        const onTheWay = sealed === null ? null : await seals.open(sealed);
        if (onTheWay === null) throw new ProblemError('SignInBroken');
        const claims = await provider.finish(request.query, onTheWay);
        const known = [...search().knowledge.councils.keys()];
        const who = whoSignedIn(claims, settings.oidc.rolesClaim, known);
        const adviser = await storage.transaction((tx) => keepWho(tx, who, { now: clock.now(), newId }));
        if (adviser !== null) return signedIn(request, adviser.id);
        log.warn('somebody who has no role here, or was disabled, wanted to sign in');
        const { status, message } = PROBLEMS.NotAllowed;
        return signInAgain(request, status, who.councils.length === 0 ? NO_ROLE : message);
      }),
    },
  ];
}
