/** One handoff of a family to a human adviser. Plain data: stored as JSON, checked when read. */
import { z } from 'zod';
import { Situation } from '../pathways/schema.ts';

/** An instant as ISO text. */
const Instant = z.iso.datetime();

export const AdviserRef = z.object({
  id: z.string(),
  /** What the family is told: a first name or a role. */
  name: z.string(),
  /** Where this adviser works on the case; `hub`: in another engagement hub. */
  desk: z.enum(['console', 'teams', 'hub']),
});
export type AdviserRef = z.infer<typeof AdviserRef>;

export const CaseStatus = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('waiting'),
    /** The first wait, kept when the case comes back: nobody loses their place. */
    since: Instant,
    /** When this spell of waiting began; the limit on an unanswered wait is counted from here. */
    spell: Instant,
    /** The family was told that nobody has come, and asked whether they want to leave a message. */
    warned: z.boolean(),
  }),
  z.object({ state: z.literal('claimed'), since: Instant, adviser: AdviserRef, at: Instant }),
  z.object({
    state: z.literal('live'),
    since: Instant,
    adviser: AdviserRef,
    /** Since when the family waits for a reply; null when the adviser spoke last. */
    owed: Instant.nullable(),
    /** The last message of either side. */
    lastSaid: Instant,
    /** Since when the adviser's connection is gone, as the family was told. */
    away: Instant.nullable(),
  }),
  z.object({
    state: z.literal('wrapping'),
    adviser: AdviserRef,
    at: Instant,
    /** The talk is over: `followed-up` for a left message that an adviser has taken on. */
    ended: z.enum(['by-adviser', 'by-family', 'family-silent', 'follow-up']),
  }),
  z.object({
    state: z.literal('closed'),
    at: Instant,
    adviser: AdviserRef.nullable(),
    /** An id of the outcomes in `advisers.yaml`, or `unrecorded`. */
    outcome: z.string(),
  }),
  z.object({
    state: z.literal('abandoned'),
    at: Instant,
    why: z.enum(['left', 'nobody-came', 'forgotten']),
  }),
  z.object({ state: z.literal('message-left'), since: Instant }),
]);
export type CaseStatus = z.infer<typeof CaseStatus>;
export type CaseState = CaseStatus['state'];

/** In these states the family is with the handoff: no second case can be opened. */
export const OPEN_STATES = ['waiting', 'claimed', 'live'] as const satisfies readonly CaseState[];

export const CaseReason = z.enum(['asked', 'not-understood', 'danger', 'about-the-bot']);
export type CaseReason = z.infer<typeof CaseReason>;

export const Case = z.object({
  /** A random id: nobody can guess another one. */
  id: z.string(),
  /** Six letters that a family can read out on the telephone. */
  ref: z.string().regex(/^[A-Z2-9]{6}$/),
  conversationId: z.string(),
  council: z.string(),
  openedAt: Instant,
  reason: CaseReason,
  status: CaseStatus,
  /** Danger was disclosed: shown in red, first in the queue. */
  red: z.boolean(),
  /**
   * What the family agreed to share: the conversation from its start, or only what is said from here on.
   * A number is the place (`seq`) of the last activity that the adviser does not see.
   */
  sharedAfter: z.number().int().nonnegative(),
  /** How to reach them, and what they asked, when they left a message. */
  contact: z.string().nullable(),
  message: z.string().nullable(),
  /**
   * The family's matter as the bot understood it; null when they did not share it, or there is none. What an earlier
   * release understood and this one cannot read is left out: a case must never be unreadable because of it.
   */
  situation: Situation.nullable().catch(null),
});
export type Case = z.infer<typeof Case>;

/** Who did something to a case. */
export const Actor = z.discriminatedUnion('type', [
  z.object({ type: z.literal('family') }),
  z.object({ type: z.literal('adviser'), id: z.string(), name: z.string() }),
  z.object({ type: z.literal('clock') }),
  /** Another engagement hub that took the case over `handoff.status` events. */
  z.object({ type: z.literal('hub') }),
]);
export type Actor = z.infer<typeof Actor>;

/** Whose case it is at this moment; null when nobody's. */
export function adviserOf({ status }: Case): AdviserRef | null {
  return 'adviser' in status ? status.adviser : null;
}

export function isOpen({ status }: Case): boolean {
  return (OPEN_STATES as readonly CaseState[]).includes(status.state);
}
