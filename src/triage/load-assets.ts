import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../shared/project-root.ts';
import { CuesFile } from './cues/cues-file.ts';
import { DangerFile, signFinder } from './cues/danger-signs.ts';
import { cueFinder } from './cues/find-cues.ts';
import { meaningSize } from './features/meaning.ts';
import type { Reader } from './features/read-message.ts';
import { readVectors, type Vectors } from './features/vectors.ts';
import { readArtefact } from './model/artefact.ts';
import { Thresholds } from './thresholds.ts';
import type { TriageAssets } from './triage-with.ts';
import { readSpellings, type Spellings, SpellingsFile } from './words/spellings.ts';

const FOLDER = join(projectRoot, 'knowledge/triage');

/** Where training leaves what it made. */
export const MODEL_FILE = join(FOLDER, 'model.bin');

/** What training reads besides the examples. */
export const VECTORS_FILE = join(FOLDER, 'vectors.bin');
export const SPELLINGS_FILE = join(FOLDER, 'spellings.yaml');
export const DANGER_FILE = join(FOLDER, 'danger.yaml');
export const SHARES_FILE = join(FOLDER, 'expected-shares.yaml');
export const WEIGHTS_FILE = join(FOLDER, 'example-weights.yaml');

/** Reads `knowledge/triage`. Throws when a file there is missing or damaged. */
export function loadAssets(): TriageAssets {
  const assets = loadUntrained();
  const model = readArtefact(readFileSync(MODEL_FILE));
  if (model.labels.net.inputs !== meaningSize(assets.vectors)) {
    throw new Error('model.bin was made with other vectors: run npm run train');
  }
  return { ...assets, model };
}

/** All but the model: what there is before training. */
export function loadUntrained(): Omit<TriageAssets, 'model'> {
  const reader = loadReader();
  return {
    ...reader,
    findCues: cueFinder(CuesFile.parse(yaml('cues.yaml')), reader.spellings),
    thresholds: Thresholds.parse(yaml('thresholds.yaml')),
  };
}

function loadReader(): Reader {
  const findSigns = signFinder(DangerFile.parse(yaml('danger.yaml')));
  return { spellings: loadSpellings(), vectors: loadVectors(), findSigns };
}

export function loadSpellings(): Spellings {
  return readSpellings(SpellingsFile.parse(yaml('spellings.yaml')));
}

/** Words without a published vector, each with the words it is like. */
export function loadLikened(): Spellings {
  const { likened } = SpellingsFile.parse(yaml('spellings.yaml'));
  return new Map(Object.entries(likened).map(([word, like]) => [word, like.split(' ')]));
}

export function loadVectors(): Vectors {
  return readVectors(readFileSync(VECTORS_FILE));
}

function yaml(name: string): unknown {
  return parse(readFileSync(join(FOLDER, name), 'utf8'));
}
