import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../shared/project-root.ts';
import { DANGER_FILE, SHARES_FILE, SPELLINGS_FILE, VECTORS_FILE, WEIGHTS_FILE } from '../load-assets.ts';
import { Example, type SourcedExample } from './example.ts';

const FOLDER = join(projectRoot, 'knowledge/training');
const READ_TOO = [SPELLINGS_FILE, DANGER_FILE, VECTORS_FILE, SHARES_FILE, WEIGHTS_FILE];

/** Every example, in the order of file name and line. Throws naming the file and line that is wrong. */
export function loadExamples(folder: string = FOLDER): SourcedExample[] {
  return files(folder).flatMap(([name, content]) =>
    content
      .split('\n')
      .map((line, index) => ({ line, where: `${name}:${index + 1}` }))
      .filter(({ line }) => line.trim() !== '')
      .map(({ line, where }) => ({ ...parse(line, where), source: name.replace(/\.jsonl$/, '') })),
  );
}

/** A fingerprint of all that training reads: the artefact names the one it was made from. */
export function trainingHash(folder: string = FOLDER): string {
  const hash = createHash('sha256');
  for (const [name, content] of files(folder)) hash.update(`${name}\n${content}\n`);
  for (const file of READ_TOO) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function files(folder: string): [name: string, content: string][] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return names
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')]);
}

function parse(line: string, where: string): Example {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`${where} is not JSON`);
  }
  const result = Example.safeParse(value);
  if (result.success) return result.data;
  throw new Error(
    `${where}: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
  );
}
