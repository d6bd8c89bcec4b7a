/** `npm run train`: rebuilds knowledge/triage/model.bin from knowledge/training, byte for byte. */
import { writeFileSync } from 'node:fs';
import { evaluate } from '../evaluate.ts';
import { LabelledRow } from '../evaluation/labelled-row.ts';
import { loadUntrained, MODEL_FILE } from '../load-assets.ts';
import { writeArtefact } from '../model/artefact.ts';
import { triageWith } from '../triage-with.ts';
import { foldsOf } from './folds.ts';
import { loadExamples, trainingHash } from './load-examples.ts';
import { loadTeaching } from './load-teaching.ts';
import { temperaturesFor, trainModel } from './train-model.ts';
import { urgencyCurve } from './urgency-curve.ts';

/** One example in so many is held out while the temperatures are found. */
const HELD = 6;
/** Any day will do: no example is labelled with a date. */
const TODAY = '2026-01-01';

const fingerprint = trainingHash();
const examples = loadExamples();
const untrained = { ...loadUntrained(), ...loadTeaching() };
const fold = foldsOf(examples, HELD);
const most = examples.filter((_, at) => fold[at] !== 0);
const held = examples.filter((_, at) => fold[at] === 0);

const trial = trainModel(most, untrained, '');
const temperature = temperaturesFor(trial, held, untrained);
const assets = { ...untrained, model: { ...trial, temperature } };
const rows = held.map((example) => LabelledRow.parse(example));
const { kind, party, topic, urgent, calibration } = evaluate(
  rows,
  (text, opts) => triageWith(assets, text, opts),
  {
    today: TODAY,
    now: () => 0,
  },
);

const bytes = writeArtefact({ ...trainModel(examples, untrained, fingerprint), temperature });
writeFileSync(MODEL_FILE, bytes);
const figures = {
  examples: examples.length,
  bytes: bytes.length,
  temperature,
  held: held.length,
  kindF1: kind?.macroF1,
  partyF1: party?.macroF1,
  topicFirst: topic?.accuracy,
  topicWithin3: topic?.within3,
  urgent,
  urgencyCurve: urgencyCurve(assets, held),
  calibration,
};
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
