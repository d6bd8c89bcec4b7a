import { z } from 'zod';
import { IsoDate } from '../../shared/vocabulary.ts';

/** Where a fact was read, and when somebody last looked. */
export const Source = z.strictObject({
  name: z.string().min(3),
  url: z.url({ protocol: /^https?$/ }),
  read: IsoDate,
});
export type Source = z.infer<typeof Source>;
