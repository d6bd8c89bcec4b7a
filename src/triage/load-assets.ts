import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../shared/project-root.ts';
import { CuesFile } from './cues/cues-file.ts';
import { cueFinder } from './cues/find-cues.ts';
import { meaningSize } from './features/meaning.ts';
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

/** Reads `knowledge/triage`. Throws when a file there is missing or damaged. */
export function loadAssets(): TriageAssets {
  const spellings = loadSpellings();
  const vectors = loadVectors();
  const model = readArtefact(readFileSync(MODEL_FILE));
  if (model.labels.nets.some((net) => net.inputs !== meaningSize(vectors))) {
    throw new Error('model.bin was made with other vectors: run npm run train');
  }
  return {
    spellings,
    vectors,
    model,
    findCues: cueFinder(CuesFile.parse(yaml('cues.yaml')), spellings),
    thresholds: Thresholds.parse(yaml('thresholds.yaml')),
  };
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
