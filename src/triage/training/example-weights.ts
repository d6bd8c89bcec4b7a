import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { WEIGHTS_FILE } from '../load-assets.ts';

const Weights = z.record(z.string().regex(/^[a-z-]+\*?$/), z.number().positive());

/** How much an example of a file (named without its ending) counts for its labels. */
export type WeightOf = (source: string) => number;

/** Reads `knowledge/triage/example-weights.yaml`: the first line that fits a file is the one that counts. */
export function loadWeights(): WeightOf {
  const lines = Object.entries(Weights.parse(parse(readFileSync(WEIGHTS_FILE, 'utf8'))));
  return (source) => lines.find(([name]) => fits(name, source))?.[1] ?? 1;
}

function fits(name: string, source: string): boolean {
  return name.endsWith('*') ? source.startsWith(name.slice(0, -1)) : source === name;
}
