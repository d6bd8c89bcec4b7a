/**
 * The closed words of the house: every room uses these and no other.
 * `knowledge/taxonomy.yaml` holds what each one is called when a parent reads it.
 */
import { z } from 'zod';

export const KINDS = ['concern', 'complaint', 'enquiry'] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

/** Whose act or duty it is: any setting, the local authority, or the NHS. */
export const COUNTERPARTIES = ['school', 'la', 'health'] as const;
export const Counterparty = z.enum(COUNTERPARTIES);
export type Counterparty = z.infer<typeof Counterparty>;

export const TOPICS = [
  'needs-assessment-refused',
  'plan-refused',
  'plan-content',
  'plan-placement',
  'plan-ceased',
  'annual-review',
  'plan-delay',
  'provision-not-delivered',
  'sen-support',
  'exclusion',
  'attendance',
  'bullying-discrimination',
  'health-provision',
  'social-care',
  'transport',
  'staff-conduct',
  'phase-transfer',
  'personal-budget',
  'mediation',
  'tribunal',
  'sendiass',
  'complaint-process',
  'requesting-assessment',
  'safeguarding',
  'other',
] as const;
export const Topic = z.enum(TOPICS);
export type Topic = z.infer<typeof Topic>;

/** How far the family has got: a parent is never sent back to a stage already done. */
export const STAGES = ['none', 'talked', 'complained', 'answered', 'appealing'] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

/** A calendar day, `YYYY-MM-DD`, that really exists. */
export const IsoDate = z.iso.date();
export type IsoDate = string;
