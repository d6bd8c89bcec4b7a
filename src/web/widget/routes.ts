/** What a council's page and a family's browser load: launcher, chat, contacts. */
import { z } from 'zod';
import type { PageDoor } from '../../channels/direct-line/page-door.ts';
import type { HttpRequest, HttpResponse, Route } from '../../channels/route.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Council } from '../../knowledge/schema/council.ts';
import type { Clock } from '../../shared/clock.ts';
import { ProblemError } from '../../shared/problem.ts';
import { assetRoutes, SHORT } from './asset-routes.ts';
import { buildAssets } from './assets.ts';
import { chatPage, chatTitle, lookOf } from './chat-page.ts';
import { contactsPage } from './contacts-page.ts';
import { dueOn, type FormTurn, formTurn } from './form-turn.ts';
import { pack } from './pack.ts';
import { pageShell } from './page-shell.ts';
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

const Form = z.object({
  chat: z.string().max(4_000).default(''),
  id: z.string().max(200).default(''),
  text: z.string().default(''),
  choice: z.string().optional(),
  rating: z.string().optional(),
  calendar: z.string().optional(),
});
export type Form = z.infer<typeof Form>;

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
  const formOf = (request: HttpRequest): Form => {
    const { origin } = request.headers;
    // The form of another site would only speak for itself, but there is no reason to listen.
    if (
      origin !== undefined &&
      origin !== 'null' &&
      new URL(origin).host !== new URL(request.ownOrigin).host
    ) {
      throw new ProblemError('OriginNotAllowed');
    }
    const form = Form.safeParse(request.body ?? {});
    if (!form.success) throw new ProblemError('BadRequest');
    return form.data;
  };

  return [
    ...assetRoutes(assets, (council) => knowledge().logos.get(council)),
    { method: 'GET', path: '/chat', handle: (request) => chat(request, councilOf(request), null) },
    {
      method: 'POST',
      path: '/chat',
      takes: 'form',
      async handle(request) {
        const council = councilOf(request);
        return chat(request, council, await formTurn(page, council?.slug ?? null, formOf(request)));
      },
    },
    {
      method: 'POST',
      path: '/chat/calendar',
      takes: 'form',
      async handle(request) {
        const form = formOf(request);
        const due = await dueOn(page, form);
        return {
          status: 200,
          headers: { 'content-disposition': `attachment; filename="${due[0].date}.ics"` },
          body: { content: calendarFile(due, clock.now()), type: 'text/calendar; charset=utf-8' },
        };
      },
    },
    {
      method: 'GET',
      path: '/contacts',
      async handle(request) {
        const council = councilOf(request);
        const title = council === null ? 'Contacts' : `Contacts in ${council.place}`;
        const body = contactsPage(knowledge(), council);
        return shown(request, council, title, body, { script: false, secret: false, cache: SHORT });
      },
    },
  ];
}
