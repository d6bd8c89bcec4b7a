/**
 * Our triage beside what others would use instead, all from the same examples and on the same messages:
 * `npm run bench:triage [FILE ...]`. A FILE has one labelled message a line; without one, a fifth of the
 * examples is held out, near-duplicates together, and everything is trained on the rest. Takes minutes.
 */
import { LabelledRow } from '../src/triage/evaluation/labelled-row.ts';
import { loadAssets } from '../src/triage/load-assets.ts';
import { foldsOf } from '../src/triage/training/folds.ts';
import { loadExamples, trainingHash } from '../src/triage/training/load-examples.ts';
import { measure } from './peers/measure.ts';
import { nearest } from './peers/nearest.ts';
import { nlpJs } from './peers/nlp-js.ts';
import { retrained, shipped } from './peers/ours.ts';
import { readRows } from './peers/read-rows.ts';
import { type Line, table } from './peers/table.ts';

const FOLDS = 5;

const files = process.argv.slice(2);
const assets = loadAssets();
const fingerprint = trainingHash();
const examples = loadExamples();
const fold = files.length > 0 ? [] : foldsOf(examples, FOLDS);
const train = examples.filter((_, at) => fold[at] !== 0);
const rows =
  files.length > 0
    ? files.flatMap(readRows)
    : examples.filter((_, at) => fold[at] === 0).map((example) => LabelledRow.parse(example));

const own = files.length > 0 ? shipped(assets, fingerprint) : retrained(assets, train);
const systems = [own, await nlpJs(train, assets.spellings), nearest(train)];
const lines: Line[] = [];
for (const system of systems) {
  lines.push({ system, figures: await measure(system, rows, () => performance.now()) });
}

const known = new Set(train.map(({ text }) => text));
const seen = rows.filter(({ text }) => known.has(text)).length;
process.stdout.write(`${train.length} examples, ${rows.length} messages to read`);
process.stdout.write(seen > 0 ? `, ${seen} OF THEM AMONG THE EXAMPLES\n\n` : '\n\n');
process.stdout.write(table(lines));
