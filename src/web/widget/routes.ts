/** What a council's page and a family's browser load: launcher, chat, contacts. */
import { browserCookie, browserSecret } from '../../channels/direct-line/browser-cookie.ts';
import type { PageDoor } from '../../channels/direct-line/page-door.ts';
import { rateLimit } from '../../channels/rate-limit.ts';
import type { HttpRequest, HttpResponse, Route } from '../../channels/route.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Council } from '../../knowledge/schema/council.ts';
import type { Clock } from '../../shared/clock.ts';
import { ProblemError } from '../../shared/problem.ts';
import { calendarFile } from '../view/calendar-file.ts';
import { answerPage } from './answer-page.ts';
import { assetRoutes, SHORT } from './asset-routes.ts';
import { buildAssets } from './assets.ts';
import { chatPage, chatTitle } from './chat-page.ts';
import { contactsPage } from './contacts-page.ts';
import { readForm } from './form.ts';
import { dueOn, type FormTurn, formTurn } from './form-turn.ts';
import { problemPage } from './problem-page.ts';

export interface WidgetDeps {
  readonly knowledge: () => Knowledge;
  /** What the bot says first. */
  readonly greeting: (council: string | null) => string;
  readonly page: PageDoor;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** A library's computers share an address; a family alone needs a few. */
const PAGES_A_MINUTE = 240;

export function widgetRoutes(deps: WidgetDeps): Route[] {
  const { knowledge, greeting, page, clock, newId } = deps;
  const assets = buildAssets();

  const chat = async (
    request: HttpRequest,
    council: Council | null,
    turn: FormTurn | null,
  ): Promise<HttpResponse> => {
    // A browser that sends the form without its cookie keeps none, and is not given another.
    const secret = browserSecret(request.headers) ?? (turn === null ? newId() : null);
    const token = turn?.token ?? (await page.begin(council?.slug ?? null, secret)).token;
    const body = chatPage({
      council,
      greeting: greeting(council?.slug ?? null),
      said: turn?.said ?? [],
      token,
      messageId: newId(),
      notice: turn?.notice ?? null,
      draft: turn?.draft ?? '',
    });
    return answerPage(assets, request, council, {
      title: chatTitle(council),
      body,
      script: true,
      secret: turn !== null,
      cache: 'no-store',
      ...(secret === null ? {} : { cookie: browserCookie(secret) }),
    });
  };

  /** @throws ProblemError UnknownCouncil */
  const councilOf = ({ query }: HttpRequest): Council | null => {
    const slug = query.get('council') ?? '';
    if (slug === '') return null;
    const council = knowledge().councils.get(slug);
    if (council === undefined) throw new ProblemError('UnknownCouncil');
    return council;
  };
  const limit = rateLimit(clock, PAGES_A_MINUTE, 60_000);
  /** A page of a route; a family never reads JSON. */
  const kindly =
    (handle: Route['handle']): Route['handle'] =>
    async (request) => {
      try {
        if (!limit.allows(request.clientKey)) throw new ProblemError('TooManyRequests');
        return await handle(request);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const { status, body } = problemPage(error);
        const options = { title: 'Sorry', body, script: false, secret: true, cache: 'no-store' };
        return { ...answerPage(assets, request, null, options), status };
      }
    };

  return [
    ...assetRoutes(assets, (council) => knowledge().logos.get(council)),
    {
      method: 'GET',
      path: '/chat',
      handle: kindly(async (request) => chat(request, councilOf(request), null)),
    },
    {
      method: 'POST',
      path: '/chat',
      takes: 'form',
      handle: kindly(async (request) => {
        const council = councilOf(request);
        const turn = await formTurn(page, council?.slug ?? null, readForm(request), request.headers);
        return chat(request, council, turn);
      }),
    },
    {
      // Only our own script sends JSON here: other sites would have to ask first, and are not answered.
      method: 'POST',
      path: '/chat/leave',
      handle: async () => ({ status: 204, headers: { 'set-cookie': browserCookie('', 0) } }),
    },
    {
      method: 'POST',
      path: '/chat/calendar',
      takes: 'form',
      handle: kindly(async (request) => {
        const due = await dueOn(page, readForm(request), request.headers);
        return {
          status: 200,
          headers: { 'content-disposition': `attachment; filename="${due[0].date}.ics"` },
          body: { content: calendarFile(due, clock.now()), type: 'text/calendar; charset=utf-8' },
        };
      }),
    },
    {
      method: 'GET',
      path: '/contacts',
      handle: kindly(async (request) => {
        const council = councilOf(request);
        const title = council === null ? 'Contacts' : `Contacts in ${council.place}`;
        const body = contactsPage(knowledge(), council);
        const options = { title, body, script: false, secret: false, cache: SHORT };
        return answerPage(assets, request, council, options);
      }),
    },
  ];
}
