/**
 * Who a family can reach. A value that is not known is absent: the bot then says so, and says where to
 * find it. Nothing is ever guessed.
 */
import { z } from 'zod';
import { Source } from './source.ts';

/** What a council's contact is for. National bodies have ids of their own in `knowledge/national-bodies.yaml`. */
export const ROLES = [
  'sendiass',
  'sen-team',
  'safeguarding',
  'informal-disagreement-resolution',
  'disagreement-resolution',
  'mediation',
  'complaints',
  'social-care-complaints',
  'setting-complaints',
  'transport-appeals',
  'icb',
  'nhs-complaints',
  'local-offer',
  'council',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

const Phone = z.strictObject({
  number: z
    .string()
    .regex(/^[0-9][0-9 ]+[0-9](, option [0-9])?( ext [0-9]+)?$/, 'digits and single spaces only'),
  /** When it is answered, or what it is for: "Mon-Fri 9am-5pm", "out of hours". */
  when: z.string().optional(),
});

export const Contact = z.strictObject({
  name: z.string().min(2),
  /** What they do for a family, one plain sentence. */
  does: z.string().optional(),
  phones: z.array(Phone).default([]),
  email: z.email().optional(),
  web: z.url({ protocol: /^https?$/ }).optional(),
  address: z.string().optional(),
  hours: z.string().optional(),
  /** Said after the contact: "The name in your decision letter beats this one." */
  advice: z.string().optional(),
  /** The source is old or single: the values are shown with "check first". */
  checkFirst: z.boolean().default(false),
  sources: z.array(Source).min(1),
});
export type Contact = z.infer<typeof Contact>;

/** A body that serves all England: crisis lines, tribunal, ombudsmen, charities. */
export const NationalBody = Contact.extend({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['emergency', 'tribunal', 'ombudsman', 'regulator', 'nhs', 'charity', 'government']),
});
export type NationalBody = z.infer<typeof NationalBody>;
