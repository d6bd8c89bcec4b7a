import { z } from 'zod';
import { Counterparty, Kind, Topic } from '../../shared/vocabulary.ts';

/** One message written for training, with what it is. One JSON object a line under knowledge/training/. */
export const Example = z.strictObject({
  text: z.string().trim().min(1),
  kind: Kind,
  /** Main one first; empty when the message concerns no body. */
  counterparty: z.array(Counterparty),
  topic: Topic,
  topics2: z.array(Topic),
  urgent: z.boolean(),
});
export type Example = z.infer<typeof Example>;

/** An example and, when it comes from one, the name of its file without the ending. */
export type SourcedExample = Example & { readonly source?: string };
