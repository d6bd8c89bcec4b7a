import { z } from 'zod';
import type { HubCommand } from '../../handoff/command.ts';

const Status = z.object({
  type: z.literal('event'),
  name: z.literal('handoff.status'),
  from: z.object({ name: z.string().nullish() }),
  value: z.object({ state: z.enum(['accepted', 'completed', 'failed']) }),
});

/** What a hub reports in `handoff.status`; null when the activity is something else. */
export function hubReport(activity: unknown): HubCommand | null {
  const parsed = Status.safeParse(activity);
  if (!parsed.success) return null;
  const { state } = parsed.data.value;
  const name = (parsed.data.from.name ?? '').trim().slice(0, 60);
  return state === 'accepted' ? { type: 'accepted', name: name || 'An adviser' } : { type: state };
}
