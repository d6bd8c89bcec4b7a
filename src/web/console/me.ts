import { z } from 'zod';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { placeOf } from '../../knowledge/place-of.ts';
import type { Me } from './api.ts';
import type { Visit } from './visits.ts';

const Settings = z.object({ sound: z.boolean(), desktop: z.boolean() });
/** Whatever an earlier release kept: what cannot be read is as at the beginning. */
const KeptSettings = Settings.catch({ sound: true, desktop: false });

/** What an adviser can change about themselves. */
export const MeChange = z.strictObject({ onDuty: z.boolean().optional(), settings: Settings.optional() });
export type MeChange = z.infer<typeof MeChange>;

export function meOf({ session: { adviser, expiresAt } }: Visit, knowledge: Knowledge): Me {
  return {
    id: adviser.id,
    name: adviser.name,
    councils: adviser.councils.map((slug) => {
      const { outcomes, replies } = knowledge.advisers(slug);
      return { slug, place: placeOf(knowledge, slug), outcomes, replies };
    }),
    onDuty: adviser.onDuty,
    settings: KeptSettings.parse(adviser.settings),
    signedInUntil: expiresAt.toISOString(),
  };
}
