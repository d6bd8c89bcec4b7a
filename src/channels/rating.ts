import { z } from 'zod';

const Rating = z.object({
  type: z.literal('event'),
  name: z.literal('rating'),
  value: z.object({ of: z.string(), about: z.enum(['answer', 'person']), helped: z.enum(['yes', 'no']) }),
});
export type Rating = z.infer<typeof Rating>['value'];

/** What a family says of an answer or of the talk with a person; null when the activity is something else. */
export function readRating(activity: unknown): Rating | null {
  const parsed = Rating.safeParse(activity);
  return parsed.success ? parsed.data.value : null;
}
