/** What a council's page and a family's browser load: launcher, chat, contacts. */
import type { PageDoor } from '../../channels/direct-line/page-door.ts';
import { rateLimit } from '../../channels/rate-limit.ts';
import type { HttpRequest, HttpResponse, Route } from '../../channels/route.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Council } from '../../knowledge/schema/council.ts';
import type { Clock } from '../../shared/clock.ts';
import { ProblemError } from '../../shared/problem.ts';
import { assetRoutes, SHORT } from './asset-routes.ts';
import { buildAssets } from './assets.ts';
import { chatPage, chatTitle, lookOf } from './chat-page.ts';
import { contactsPage } from './contacts-page.ts';
import { readForm } from './form.ts';
import { dueOn, type FormTurn, formTurn } from './form-turn.ts';
import { pack } from './pack.ts';
import { pageShell } from './page-shell.ts';
import { problemPage } from './problem-page.ts';
import { calendarFile } from './view/calendar-file.ts';
import type { ViewNode } from './view/node.ts';

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

  const shown = (
    request: HttpRequest,
    council: Council | null,
    title: string,
    body: readonly ViewNode[],
    options: { script: boolean; secret: boolean; cache: string },
  ) => {
    const { html, csp } = pageShell({
      title,
      look: lookOf(council),
      css: assets.css,
      script: options.script ? assets.chatPath : null,
      ownOrigin: request.ownOrigin,
      origins: council?.origins ?? [],
      body,
    });
    const headers = { 'content-security-policy': csp, 'cache-control': options.cache };
    const type = 'text/html; charset=utf-8';
    // What a family wrote is never packed together with a secret: the length would tell (BREACH).
    if (options.secret) return { status: 200, headers, body: { content: html, type } };
    return pack(request, Buffer.from(html), type, headers);
  };

  const chat = async (
    request: HttpRequest,
    council: Council | null,
    turn: FormTurn | null,
  ): Promise<HttpResponse> => {
    const token = turn?.token ?? (await page.begin(council?.slug ?? null)).token;
    const body = chatPage({
      council,
      greeting: greeting(council?.slug ?? null),
      said: turn?.said ?? [],
      token,
      messageId: newId(),
      notice: turn?.notice ?? null,
      draft: turn?.draft ?? '',
    });
    return shown(request, council, chatTitle(council), body, {
      script: true,
      secret: turn !== null,
      cache: 'no-store',
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
        const options = { script: false, secret: true, cache: 'no-store' };
        return { ...shown(request, null, 'Sorry', body, options), status };
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
        return chat(request, council, await formTurn(page, council?.slug ?? null, readForm(request)));
      }),
    },
    {
      method: 'POST',
      path: '/chat/calendar',
      takes: 'form',
      handle: kindly(async (request) => {
        const due = await dueOn(page, readForm(request));
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
        return shown(request, council, title, body, { script: false, secret: false, cache: SHORT });
      }),
    },
  ];
}
