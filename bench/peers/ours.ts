import { dayInEngland, systemClock } from '../../src/shared/clock.ts';
import type { Example } from '../../src/triage/training/example.ts';
import { loadTeaching } from '../../src/triage/training/load-teaching.ts';
import { trainModel } from '../../src/triage/training/train-model.ts';
import { type TriageAssets, triageWith } from '../../src/triage/triage-with.ts';
import type { System } from './system.ts';

const TIMED = 'timed with urgency, dates and cues';

/** Our triage as a family meets it. `fingerprint` is that of the examples as they are now. */
export function shipped(assets: TriageAssets, fingerprint: string): System {
  const fresh = assets.model.examples === fingerprint;
  const warning = 'MADE FROM OTHER EXAMPLES than the peers have: run `npm run train` first';
  return ours(
    assets,
    `the model of knowledge/triage, ${fresh ? 'made from these examples' : warning}; ${TIMED}`,
  );
}

/** Our triage, its model trained anew. Takes a minute or more. */
export function retrained(assets: TriageAssets, examples: readonly Example[]): System {
  const { temperature } = assets.model;
  const model = { ...trainModel(examples, { ...assets, ...loadTeaching() }, ''), temperature };
  return ours(
    { ...assets, model },
    `trained as npm run train does, with the temperatures of knowledge/triage; ${TIMED}`,
  );
}

function ours(assets: TriageAssets, setup: string): System {
  const today = dayInEngland(systemClock.now());
  return {
    name: 'Signpost',
    setup,
    read: (text) => {
      const { kind, counterparty, topics } = triageWith(assets, text, { today });
      return { kind, party: counterparty[0] ?? 'none', topics };
    },
  };
}
