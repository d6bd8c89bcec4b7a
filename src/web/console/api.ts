/**
 * What the adviser's page and the server say to each other. Types only: the server checks what comes in with
 * zod (`AdviserCommand` and the schemas beside its routes), the page trusts its own server.
 *
 * | | |
 * |---|---|
 * | `GET  /console/api/me` | {@link Me} |
 * | `POST /console/api/me` `{onDuty?, settings?}` | {@link Me} |
 * | `GET  /console/api/queue` | {@link Queue} |
 * | `GET  /console/api/cases?ref&state&adviser&from&to&offset` | `{cases: CaseLine[], more: boolean}` past and present, latest first |
 * | `GET  /console/api/cases/:id` | {@link CaseSheet} |
 * | `GET  /console/api/cases/:id/said?after=N` | {@link Said} |
 * | `POST /console/api/cases/:id/commands` `{id, command}` | {@link CaseSheet}, or 409 with {@link Refused} |
 * | `GET  /console/api/cases/:id/export` | the case as a text file; written down in its history |
 * | `GET  /console/api/colleagues?council=SLUG` | `{colleagues: Colleague[]}` those who may take a case over |
 * | `GET  /console/api/pages?council=SLUG&words=&case=ID` | `{pages: Insert[]}` knowledge pages to put into a reply. With `case` (optional) that family's own steps come first, and without words the pages they rest on |
 * | `GET  /console/stream` (WebSocket) | {@link ToScreen} and {@link FromScreen} |
 * | `POST /console/sign-in` (form: login, password), `GET /console/sign-in/oidc`, `GET /console/sign-in/oidc/back`, `POST /console/sign-out` | |
 *
 * `GET /console` is the page: `<div id="app">` and the built script and style sheet. Its policy lets it load its own
 * files alone, talk to its own host alone, and never turn text into HTML (trusted types).
 *
 * The stream closes with 4401 when the sign-in is over (show the sign-in page), 4429 when the adviser has opened more
 * than six screens (this was the oldest; do not connect again by itself), 1008 for a frame that makes no sense; after
 * any other code connect again and `watch` from where each case is. `queue` comes at once and then no more than five
 * times a second. An adviser's screen that says `here` is also what keeps a sign-in alive for longer than 30 minutes.
 *
 * `from` and `to` are days (`YYYY-MM-DD`) in England, both included; `adviser` is an id; a page has 50 cases.
 *
 * Problems come as `{error: {code, message}}` (docs/errors.md). 401 `SignedOut` means: show the sign-in page.
 * Every POST carries the session's cookie and the page's own `Origin`; others are refused.
 */
import type { CaseReason, CaseState } from '../../handoff/case.ts';
import type { Refusal } from '../../handoff/command.ts';

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly councils: readonly {
    readonly slug: string;
    readonly place: string;
    readonly outcomes: readonly { readonly id: string; readonly label: string }[];
    readonly replies: readonly { readonly title: string; readonly text: string }[];
  }[];
  readonly onDuty: boolean;
  readonly settings: Settings;
  /** When the sign-in ends, however busy it is. */
  readonly signedInUntil: string;
}

export interface Settings {
  readonly sound: boolean;
  readonly desktop: boolean;
}

export interface CaseLine {
  readonly id: string;
  readonly ref: string;
  readonly council: string;
  readonly place: string;
  readonly state: CaseState;
  readonly red: boolean;
  readonly reason: CaseReason;
  readonly openedAt: string;
  /** The place in the queue goes by it. */
  readonly since: string;
  readonly adviser: { readonly id: string; readonly name: string } | null;
  /** What it is about, in the words of the taxonomy; null when the family did not share it. */
  readonly topic: string | null;
  /** The nearest day by which the family has to act; null when none is known. */
  readonly deadline: { readonly date: string; readonly daysLeft: number; readonly label: string } | null;
  /** Since when the family waits for an answer in a live case. */
  readonly owed: string | null;
  /** A left message that an adviser has taken on: there is no talk, they ring or write. */
  readonly followUp: boolean;
}

export interface Queue {
  /** What time it is by the service's clock: waiting times are counted from it, the screen's may be wrong. */
  readonly at: string;
  /** Red first, then who has waited longest: waiting and left messages of my councils. */
  readonly waiting: readonly CaseLine[];
  /** Claimed, live and wrapping cases that are mine: red first, then whose family has waited longest for an answer. */
  readonly mine: readonly CaseLine[];
  /** Those of my colleagues. */
  readonly colleagues: readonly CaseLine[];
}

export interface CaseSheet extends CaseLine {
  readonly contact: string | null;
  readonly message: string | null;
  /** The family shared the conversation from its start. */
  readonly sharedAll: boolean;
  /** The family had everything deleted: what the screen still shows of their words goes too. */
  readonly forgotten: boolean;
  /** What the bot understood, a line each: "Council: Dudley", "Kind: complaint". */
  readonly understood: readonly { readonly name: string; readonly value: string }[];
  /** The pathway as Markdown, as the family was given it; null when there is none. */
  readonly pathway: string | null;
  readonly deadlines: readonly {
    readonly label: string;
    readonly date: string;
    readonly daysLeft: number;
    readonly counted: string;
    readonly binds: 'family' | 'body';
  }[];
  readonly history: readonly {
    readonly at: string;
    readonly by: string;
    readonly type: string;
    readonly text: string | null;
  }[];
  /** The last place of the conversation, for `said?after=`. */
  readonly watermark: number;
}

/** What was said, oldest first, as far as the family shares it. */
export interface Said {
  readonly messages: readonly SaidMessage[];
  readonly watermark: number;
}

export interface SaidMessage {
  /** Grows, with gaps; each is seen once. */
  readonly seq: number;
  readonly who: 'family' | 'bot' | 'adviser' | 'notice';
  readonly name: string;
  readonly text: string;
  readonly at: string;
  /** Of an adviser's message: the id of the command that said it. */
  readonly clientId: string | null;
}

export interface Refused {
  readonly refusal: Refusal;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly onDuty: boolean;
}

export interface Insert {
  readonly id: string;
  readonly title: string;
  /** Markdown, ready to be sent, with its sources. */
  readonly text: string;
}

export type ToScreen =
  /** The queues have changed: read them again. */
  | { readonly type: 'queue' }
  /** A watched case changed: read its sheet again if it is open. */
  | { readonly type: 'case'; readonly id: string }
  /** For a watched case. */
  | { readonly type: 'said'; readonly id: string; readonly said: Said }
  | { readonly type: 'typing'; readonly id: string };

export type FromScreen =
  | { readonly type: 'watch'; readonly id: string; readonly after: number }
  | { readonly type: 'unwatch'; readonly id: string }
  | { readonly type: 'typing'; readonly id: string }
  /** Every twenty seconds: the adviser's screen is there. */
  | { readonly type: 'here' };
