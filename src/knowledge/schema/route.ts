/**
 * Pathway rules as data (`knowledge/pathways/<topic>.yaml`): what a SENDIASS adviser can read and correct.
 * Routes are tried in order and the first whose `when` fits is taken; the last has no `when`, so that
 * nobody is left without a next step.
 */
import { z } from 'zod';
import { Counterparty, Kind, Stage, Topic } from '../../shared/vocabulary.ts';
import { Role } from './contact.ts';
import { DATE_KINDS } from './dates.ts';
import { PageId } from './page.ts';

/** Every condition given must hold; each list means "one of these". */
export const When = z.strictObject({
  kind: z.array(Kind).optional(),
  stage: z.array(Stage).optional(),
  /** The main counterparty. */
  counterparty: z.array(Counterparty).optional(),
  /** A decision letter, final plan, certificate or notice is in hand (or its date is known, or stage is answered). */
  decision: z.boolean().optional(),
  plan: z.array(z.enum(['none', 'draft', 'final'])).optional(),
  sectionIOnly: z.boolean().optional(),
  exclusion: z.array(z.enum(['permanent', 'suspension', 'informal'])).optional(),
  setting: z.array(z.enum(['early-years', 'school', 'college'])).optional(),
});
export type When = z.infer<typeof When>;

export const RouteStep = z.strictObject({
  /** Whom to turn to: "The mediation adviser named in your letter". */
  who: z.string().min(2),
  /** What to do, in one to three short sentences. `{date:CLOCK}` stands for a clock's day in words. */
  action: z.string().min(10),
  page: PageId,
  /** The clock by whose end this must be done. */
  clock: z.string().optional(),
  /** The council contact printed with the step; said to be unknown when it is. */
  contact: Role.optional(),
  /** A national body printed with the step (`knowledge/national-bodies.yaml`). */
  body: z.string().optional(),
});
export type RouteStep = z.infer<typeof RouteStep>;

export const Route = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'topic.name'),
  when: When.optional(),
  /** First line: what to do, or what this is; a running clock's line is put before it. */
  lead: z.string().min(10),
  /** Clocks to compute, the most pressing first. */
  clocks: z.array(z.string()).default([]),
  /** The one date worth asking for when it is not known. */
  wants: z.enum(DATE_KINDS).optional(),
  steps: z.array(RouteStep).min(1).max(8),
  warnings: z.array(z.string()).default([]),
  next: z.string().optional(),
});
export type Route = z.infer<typeof Route>;

export const RouteFile = z.strictObject({
  topic: Topic,
  routes: z
    .array(Route)
    .min(1)
    .refine((routes) => routes.at(-1)?.when === undefined, 'the last route must have no "when"'),
});
export type RouteFile = z.infer<typeof RouteFile>;
