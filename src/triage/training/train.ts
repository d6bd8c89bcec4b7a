/** `npm run train`: rebuilds knowledge/triage/model.bin from knowledge/training, byte for byte. */
import { writeFileSync } from 'node:fs';
import { loadSpellings, loadVectors, MODEL_FILE } from '../load-assets.ts';
import { writeArtefact } from '../model/artefact.ts';
import { foldsOf } from './folds.ts';
import { trainingHash, loadExamples } from './load-examples.ts';
import { temperaturesFor, trainModel } from './train-model.ts';

/** One example in so many is held out while the temperatures are found. */
const HELD = 6;

const fingerprint = trainingHash();
const examples = loadExamples();
const ground = { spellings: loadSpellings(), vectors: loadVectors() };
const fold = foldsOf(examples, HELD);
const most = examples.filter((_, at) => fold[at] !== 0);
const held = examples.filter((_, at) => fold[at] === 0);
const temperature = temperaturesFor(trainModel(most, ground, ''), held, ground);
const bytes = writeArtefact({ ...trainModel(examples, ground, fingerprint), temperature });
writeFileSync(MODEL_FILE, bytes);
process.stdout.write(
  `${examples.length} examples, ${bytes.length} bytes, temperature ${JSON.stringify(temperature)}\n`,
);
