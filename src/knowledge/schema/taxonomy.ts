/** What each word of the house is called when a parent reads it (`knowledge/taxonomy.yaml`). */
import { z } from 'zod';
import { COUNTERPARTIES, Counterparty, KINDS, Stage, TOPICS } from '../../shared/vocabulary.ts';

export const TopicWords = z.strictObject({
  /** On a button: "The council will not assess". At most 40 characters. */
  button: z.string().max(40),
  /** Completes "It sounds as if ...": "the council has decided not to assess your child". */
  heard: z.string(),
  /** The same for a young person who writes for themselves. */
  heardYoung: z.string(),
  /** Completes "You also wrote about ...": "getting to school". */
  about: z.string(),
  /** Whose duty it usually is, when the message does not tell. */
  counterparty: Counterparty.nullable(),
  /** Where the right door is an appeal, a complaint is the wrong one (conversation rule 5). */
  appealable: z.boolean(),
});

export const Taxonomy = z.strictObject({
  kinds: z.record(z.enum(KINDS), z.strictObject({ heard: z.string(), button: z.string() })),
  counterparties: z.record(
    z.enum(COUNTERPARTIES),
    z.strictObject({ name: z.string(), button: z.string(), aliases: z.array(z.string()) }),
  ),
  stages: z.record(Stage, z.strictObject({ button: z.string() })),
  topics: z.record(z.enum(TOPICS), TopicWords),
});
export type Taxonomy = z.infer<typeof Taxonomy>;
