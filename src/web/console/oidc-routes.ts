/** The way to the sign-in of another provider, and back from it. */
import type { Route } from '../../channels/route.ts';
import { keepWho } from '../../handoff/sign-in/keep-who.ts';
import type { OidcSettings } from '../../handoff/sign-in/oidc-settings.ts';
import { sealer } from '../../handoff/sign-in/on-the-way.ts';
import { BACK_PATH, openId } from '../../handoff/sign-in/open-id.ts';
import { whoSignedIn } from '../../handoff/sign-in/who-signed-in.ts';
import { PROBLEMS, ProblemError } from '../../shared/problem.ts';
import { readCookie, setCookie } from './cookies.ts';
import type { ConsoleDeps } from './deps.ts';
import { caseOf, goTo, type SignInAnswers } from './sign-in-answers.ts';

const BEGIN_PATH = '/console/sign-in/oidc';
const WAY_SECONDS = 600;
const NO_ROLE =
  'You are signed in at your organisation, but it has given you no part in this service. Ask whoever manages sign-ins there for the role of an adviser for your council.';

export function oidcRoutes(deps: ConsoleDeps, settings: OidcSettings, answers: SignInAnswers): Route[] {
  const { storage, clock, log, newId, search } = deps;
  const { originOf, again, signedIn, kindly } = answers;
  const seals = sealer(deps.secret, clock);
  const provider = openId(settings, log);
  return [
    {
      method: 'GET',
      path: BEGIN_PATH,
      handle: kindly(async (request) => {
        const origin = originOf(request);
        const caseId = caseOf(request);
        // The provider sends people back to that address, and only there is the cookie that we set now.
        if (origin !== settings.publicUrl && !request.query.has('moved'))
          return goTo(`${settings.publicUrl}${BEGIN_PATH}?moved${caseId === null ? '' : `&case=${caseId}`}`);
        const { address, onTheWay } = await provider.begin();
        const sealed = await seals.seal({ ...onTheWay, caseId });
        return goTo(address, setCookie('way', sealed, origin, WAY_SECONDS));
      }),
    },
    {
      method: 'GET',
      path: BACK_PATH,
      handle: kindly(async (request) => {
        const sealed = readCookie(request.headers, 'way', originOf(request));
        const onTheWay = sealed === null ? null : await seals.open(sealed);
        if (onTheWay === null) throw new ProblemError('SignInBroken');
        const claims = await provider.finish(request.query, onTheWay);
        const known = [...search().knowledge.councils.keys()];
        const who = whoSignedIn(claims, settings.rolesClaim, known);
        const adviser = await storage.transaction((tx) => keepWho(tx, who, { now: clock.now(), newId }));
        if (adviser !== null) return signedIn(request, adviser, onTheWay.caseId);
        log.warn('somebody who has no role here, or was disabled, wanted to sign in');
        const { status, message } = PROBLEMS.NotAllowed;
        return again(request, status, who.councils.length === 0 ? NO_ROLE : message);
      }),
    },
  ];
}
