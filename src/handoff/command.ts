/** What can be done to a case, what is written down about it, and what the family is told. */
import { z } from 'zod';
import type { Situation } from '../pathways/schema.ts';
import { AdviserRef } from './case.ts';

/** As long as a family's own message may be; the longest page with its sources takes half of it. */
const Words = z.string().trim().min(1).max(10_000);

/** What an adviser can do. Checked here because it comes from a browser or from a Teams card. */
export const AdviserCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('claim') }),
  /** The adviser has the case before them: the family is told who has come. */
  z.object({ type: z.literal('join') }),
  z.object({ type: z.literal('say'), text: Words }),
  /** Only advisers see it. */
  z.object({ type: z.literal('note'), text: Words }),
  z.object({ type: z.literal('transfer'), to: z.string() }),
  z.object({ type: z.literal('return') }),
  /** The talk is over; the family is with the bot again while the adviser writes up the outcome. */
  z.object({ type: z.literal('finish') }),
  z.object({ type: z.literal('close'), outcome: z.string().min(1).max(60) }),
]);
export type AdviserCommand = z.infer<typeof AdviserCommand>;

export type FamilyCommand =
  | { readonly type: 'said'; readonly danger: boolean }
  /** Tells more of its matter, to the bot, while it waits: the adviser's sheet keeps up. */
  | { readonly type: 'tells'; readonly situation: Situation }
  /** Leaves the queue, or ends the talk. */
  | { readonly type: 'leave' }
  | { readonly type: 'leave-message'; readonly text: string; readonly contact: string | null }
  /** "Forget this": the case ends and nothing of it but its bare row stays. */
  | { readonly type: 'forget' };

/** The clock's only command: whatever is due at this instant happens. */
export interface Tick {
  readonly type: 'tick';
  /** The last sign of life of the case's adviser; null when there is none. */
  readonly adviserSeen: Date | null;
  /** Whether the council's advisers are at work now. */
  readonly open: boolean;
}

/** `handoff.status` of another hub. */
export type HubCommand =
  | { readonly type: 'accepted'; readonly name: string }
  | { readonly type: 'completed' }
  | { readonly type: 'failed' };

export const CASE_EVENTS = [
  'opened',
  'claimed',
  'joined',
  'went-away',
  'came-back',
  'said',
  'noted',
  'transferred',
  'returned',
  'finished',
  'closed',
  'warned',
  'abandoned',
  'message-left',
  'flagged-red',
  'exported',
] as const;

/** One line of a case's history. Never holds the family's words; a note holds the adviser's. */
export const CaseEventBody = z.object({
  type: z.enum(CASE_EVENTS),
  /** `noted`: the note. `closed`: the outcome. `exported`: what was given out, and to whom. */
  text: z.string().optional(),
  /** Why it came about: `transferred` to whom, `returned` by choice or by the clock, and so on. */
  to: AdviserRef.optional(),
  why: z.string().optional(),
});
export type CaseEventBody = z.infer<typeof CaseEventBody>;

/** What the family sees of a transition, worded elsewhere. */
export type Notice =
  | { readonly type: 'joined'; readonly name: string }
  | { readonly type: 'went-away'; readonly name: string }
  | { readonly type: 'came-back'; readonly name: string }
  | { readonly type: 'transferred'; readonly name: string }
  /** Back in the queue; the place is kept. */
  | { readonly type: 'returned' }
  | { readonly type: 'finished'; readonly name: string; readonly why: 'by-adviser' | 'family-silent' }
  | { readonly type: 'nobody-came'; readonly closed: boolean }
  /** The day is over and nobody came. */
  | { readonly type: 'gave-up' };

/** Why a command was not carried out. `taken` and `not-yours` name who has the case. */
export type Refusal =
  | { readonly why: 'taken'; readonly by: AdviserRef }
  | { readonly why: 'not-yours'; readonly by: AdviserRef | null }
  | { readonly why: 'over' }
  | { readonly why: 'not-now' }
  | { readonly why: 'unknown-colleague' };
