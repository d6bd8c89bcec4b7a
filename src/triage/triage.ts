import type { IsoDate } from '../shared/vocabulary.ts';
import { loadAssets } from './load-assets.ts';
import type { Triage } from './schema.ts';
import { type TriageAssets, triageWith } from './triage-with.ts';

let assets: TriageAssets | undefined;

/**
 * What one message is: kind, counterparties, topics, urgency, date of the decision, cues. `today` is
 * the family's day, `YYYY-MM-DD`. Deterministic and in process; reads `knowledge/triage` once, at the
 * first call, and throws then if those files are damaged. Never throws because of the text.
 */
export function triage(text: string, opts: { today: IsoDate }): Triage {
  assets ??= loadAssets();
  return triageWith(assets, text, opts);
}
