import { z } from 'zod';

const Phrases = z.array(z.string().min(1)).min(1);
const PhraseSet = z.strictObject({ phrases: Phrases, unless: Phrases.optional() });
const yes = z.strictObject({ yes: PhraseSet });

/** `knowledge/triage/cues.yaml`: the cues of schema.ts, each with its values and their phrases. */
export const CuesFile = z.strictObject({
  decisionInHand: yes,
  plan: z.strictObject({ none: PhraseSet, draft: PhraseSet, final: PhraseSet }),
  sectionIOnly: yes,
  exclusion: z.strictObject({ permanent: PhraseSet, suspension: PhraseSet, informal: PhraseSet }),
  setting: z.strictObject({ 'early-years': PhraseSet, college: PhraseSet, school: PhraseSet }),
  stage: z.strictObject({
    appealing: PhraseSet,
    answered: PhraseSet,
    complained: PhraseSet,
    talked: PhraseSet,
  }),
  youngPerson: yes,
  nation: z.strictObject({ wales: PhraseSet, scotland: PhraseSet, 'northern-ireland': PhraseSet }),
});
export type CuesFile = z.infer<typeof CuesFile>;
export type PhraseSet = z.infer<typeof PhraseSet>;
