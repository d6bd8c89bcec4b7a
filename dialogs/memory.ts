/**
 * What the conversation remembers between two turns. Stored as JSON, checked when read, and small:
 * no words of the family are kept here (their messages are activities, deleted with the conversation).
 */
import type { TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { z } from 'zod';
import { type Case, CaseReason } from '../src/handoff/case.ts';
import type { FamilyCommand } from '../src/handoff/command.ts';
import type { CopyMailWords } from '../src/handoff/records/copy-mail.ts';
import { CopyRequest, noCopyRequest } from '../src/handoff/records/copy-request.ts';
import { DATE_KINDS } from '../src/knowledge/schema/dates.ts';
import { Situation } from '../src/pathways/schema.ts';
import { IsoDate, Topic } from '../src/shared/vocabulary.ts';
import { Triage } from '../src/triage/schema.ts';

const DialogStack = z.object({ dialogStack: z.array(z.looseObject({ id: z.string(), state: z.unknown() })) });

/** What a step of the family can change, and "go back" restores. */
const matter = {
  stack: DialogStack,
  /** The family's council: named by the channel, or by the family. */
  council: z.string().nullable(),
  situation: Situation.nullable(),
  /** How the last problem was read, so that "no, it's the other thing" can be understood. */
  reading: Triage.nullable(),
  /** Further problems in the same message, offered by name after the first answer. */
  also: z.array(Topic),
  /** The date that was asked for last, and may still come. */
  wants: z.enum(DATE_KINDS).nullable(),
};
const Snapshot = z.object(matter);
export type Snapshot = z.infer<typeof Snapshot>;

export const Memory = z.object({
  ...matter,
  /** A date that came before anything to which it could belong. */
  looseDate: IsoDate.nullable(),
  /** A certificate's day that was told beside other things, until the matter takes it. */
  looseCertificate: IsoDate.nullable().default(null),
  /** They have spoken of a mediation certificate: a day told later may be the one on it. */
  spokeOfCertificate: z.boolean().default(false),
  /** The day of which the bot has asked whether it is the letter's or the certificate's. */
  whichDay: IsoDate.nullable().default(null),
  /** How many times in a row the bot has not understood. */
  misses: z.number().int().nonnegative(),
  /** The bot has asked for the council, so the next short reply may name one that is not loaded. */
  askedCouncil: z.boolean(),
  /** The crisis numbers have been given gently: once in a conversation is kind, each time is not. */
  gentle: z.boolean(),
  /** `said`: danger was disclosed in this conversation. `now`: in the message before this one. */
  danger: z.enum(['none', 'said', 'now']),
  /** They have told something: what an adviser may see only if they agree. */
  wrote: z.boolean().default(true),
  /** Why they may want a person, when there is more to it than that they asked. */
  why: CaseReason.nullable().default(null),
  /** The case of which they know that its adviser has gone. */
  toldOfEnd: z.string().nullable().default(null),
  /** When an adviser took their case, if they know of it. */
  toldOfClaim: z.string().nullable().default(null),
  /** A copy by e-mail: not part of what "go back" restores, so that no address is kept in it. */
  copy: CopyRequest.default(noCopyRequest),
  askedAddress: z.boolean().default(false),
  /** Where "go back" goes, the latest last. */
  back: z.array(Snapshot).max(5),
});
export type Memory = z.infer<typeof Memory>;

export const emptyMemory = (council: string | null): Memory => ({
  stack: { dialogStack: [] },
  council,
  situation: null,
  reading: null,
  also: [],
  wants: null,
  looseDate: null,
  looseCertificate: null,
  spokeOfCertificate: false,
  whichDay: null,
  misses: 0,
  askedCouncil: false,
  gentle: false,
  danger: 'none',
  wrote: false,
  why: null,
  toldOfEnd: null,
  toldOfClaim: null,
  copy: noCopyRequest,
  askedAddress: false,
  back: [],
});

/** A copy of what "go back" restores. */
export function snapshot({ stack, council, situation, reading, also, wants }: Memory): Snapshot {
  return structuredClone({ stack, council, situation, reading, also, wants });
}

export interface WantedCase {
  /** Made before, because the family is told it in this turn. */
  readonly ref: string;
  readonly council: string;
  readonly reason: CaseReason;
  readonly red: boolean;
  /** What the adviser may see of the conversation. */
  readonly share: 'all' | 'from-now' | 'none';
  readonly situation: Situation | null;
  /** A message for later, instead of a place in the queue. */
  readonly leave: { readonly text: string; readonly contact: string | null } | null;
}

/** What a turn asks the storage to do besides keeping the memory. */
export type Effect =
  | { readonly type: 'open-case'; readonly wanted: WantedCase }
  /** Something the family does to the case that it has. */
  | { readonly type: 'case'; readonly command: FamilyCommand }
  | {
      readonly type: 'count-correction';
      readonly label: 'kind' | 'counterparty' | 'topic' | 'council';
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly type: 'send-code';
      readonly address: string;
      readonly code: string;
      readonly until: Date;
      readonly words: CopyMailWords;
    }
  /** To an address that was confirmed. */
  | { readonly type: 'send-copy'; readonly address: string; readonly words: CopyMailWords }
  | { readonly type: 'forget' }
  /** Nothing to store: this turn is not a step to go back to. */
  | { readonly type: 'go-back' };

/** The family's cases as this turn finds them. */
export interface Handoff {
  /** The one in which they wait for an adviser, or are with one. */
  readonly open: Case | null;
  /** The latest, open or not. */
  readonly last: Case | null;
  /** Another engagement hub answers families of this channel. */
  readonly hub: boolean;
}

/** The memory in hand during one turn, and the effects it has gathered. */
export interface Mind {
  memory: Memory;
  handoff: Handoff;
  readonly effects: Effect[];
}

const MIND = Symbol('mind');

export function putMind(context: TurnContext, mind: Mind): void {
  context.turnState.set(MIND, mind);
}

/** @throws when called outside a turn: a fault of ours, never of a message */
export function mindOf(context: TurnContext): Mind {
  const mind: Mind | undefined = context.turnState.get(MIND);
  if (mind === undefined) throw new Error('no memory was put into this turn');
  return mind;
}

/** Lets botbuilder keep its dialog stack in the memory instead of in a state of its own, which would overwrite. */
export const stackAccessor = {
  async get(context: TurnContext): Promise<DialogState> {
    return mindOf(context).memory.stack as DialogState;
  },
  async set(context: TurnContext, value: DialogState): Promise<void> {
    mindOf(context).memory.stack = value as Memory['stack'];
  },
  async delete(context: TurnContext): Promise<void> {
    mindOf(context).memory.stack = { dialogStack: [] };
  },
};
