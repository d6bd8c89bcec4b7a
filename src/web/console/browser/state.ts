import type { CaseSheet, Me, Queue, SaidMessage } from '../api.ts';

/** `waiting`: it could not be sent yet and is tried again. `failed`: it was refused; `why` says so. */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'failed';

/** An adviser's message that the service may not have yet. Its id never changes, however often it is sent. */
export interface Unsent {
  readonly clientId: string;
  readonly text: string;
  readonly at: string;
  readonly delivery: Delivery;
  readonly why: string | null;
}

export type Mode = 'reply' | 'note';

/** One case as far as this screen knows it. */
export interface Talk {
  readonly sheet: CaseSheet | null;
  readonly messages: readonly SaidMessage[];
  readonly watermark: number;
  /** What was said before has been read: what comes now is new. */
  readonly loaded: boolean;
  /** Until when the family's typing sign stands, by this screen's clock. */
  readonly typingUntil: number;
  readonly unsent: readonly Unsent[];
  readonly drafts: Readonly<Record<Mode, string>>;
  readonly mode: Mode;
  readonly problem: string | null;
}

export const EMPTY_TALK: Talk = {
  sheet: null,
  messages: [],
  watermark: 0,
  loaded: false,
  typingUntil: 0,
  unsent: [],
  drafts: { reply: '', note: '' },
  mode: 'reply',
  problem: null,
};

export type Dialog = 'help' | 'settings' | 'find' | 'replies' | 'pages' | 'transfer' | 'finish';
export type Pane = 'queue' | 'talk' | 'sheet';

export interface Notice {
  readonly text: string;
  readonly danger: boolean;
  /** The case it is about. */
  readonly caseId: string | null;
}

export interface State {
  readonly me: Me | null;
  readonly queue: Queue | null;
  readonly talks: Readonly<Record<string, Talk>>;
  /** The id of the case on the screen. */
  readonly open: string | null;
  /** Which pane shows where there is room for one only. */
  readonly pane: Pane;
  readonly dialog: Dialog | null;
  readonly line: 'opening' | 'open' | 'lost';
  /** The last reading of the queues failed: it is tried again soon. */
  readonly behind: boolean;
  readonly signedOut: boolean;
  readonly notices: readonly Notice[];
  /** For screen readers, the newest last. */
  readonly heard: readonly { readonly id: number; readonly text: string; readonly now: boolean }[];
  /** By this screen's clock, in milliseconds; moves on every few seconds. */
  readonly now: number;
  /** How far the service's clock is ahead of this screen's. */
  readonly ahead: number;
  /** Where the keyboard goes when the page is next drawn: an element's id. */
  readonly focus: { readonly id: string } | null;
  /** An act that is under way; its buttons wait. */
  readonly busy: boolean;
}

export const FIRST_STATE: State = {
  me: null,
  queue: null,
  talks: {},
  open: null,
  pane: 'queue',
  dialog: null,
  line: 'opening',
  behind: false,
  signedOut: false,
  notices: [],
  heard: [],
  now: Date.now(),
  ahead: 0,
  focus: null,
  busy: false,
};
