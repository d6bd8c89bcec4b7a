import type { HttpRequest, HttpResponse } from '../../channels/route.ts';
import type { Council } from '../../knowledge/schema/council.ts';
import type { ViewNode } from '../view/node.ts';
import type { Assets } from './assets.ts';
import { lookOf } from './chat-page.ts';
import { pack } from './pack.ts';
import { pageShell } from './page-shell.ts';

export interface PageOptions {
  readonly title: string;
  readonly body: readonly ViewNode[];
  /** With the chat's script. */
  readonly script: boolean;
  /** It holds what a family wrote. */
  readonly secret: boolean;
  readonly cache: string;
  readonly cookie?: string;
}

/** Answers a request with a page of ours, in the look of its council. */
export function answerPage(
  assets: Assets,
  request: HttpRequest,
  council: Council | null,
  { title, body, script, secret, cache, cookie }: PageOptions,
): HttpResponse {
  const { html, csp } = pageShell({
    title,
    look: lookOf(council),
    css: assets.css,
    script: script ? assets.chat.path : null,
    ownOrigin: request.ownOrigin,
    origins: council?.origins ?? [],
    body,
  });
  const headers = {
    'content-security-policy': csp,
    'cache-control': cache,
    ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
  };
  const type = 'text/html; charset=utf-8';
  // What a family wrote is never packed together with a secret: the length would tell (BREACH).
  if (secret) return { status: 200, headers, body: { content: html, type } };
  return pack(request, Buffer.from(html), type, headers);
}
