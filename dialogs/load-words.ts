/** Reads the bot's own lines, the phrases it hears and how sure it must be; a mistake stops the start and names file, line and field. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Finding, KnowledgeError } from '../src/knowledge/finding.ts';
import { readYaml } from '../src/knowledge/load/read-yaml.ts';
import { Hearing } from './hearing/phrases.ts';
import type { Confidence } from './services.ts';
import { Wording } from './wording.ts';

const chance = z.number().min(0).max(1);
const ConfidenceFile = z.strictObject({
  answer: chance,
  outside: chance,
  offer: chance,
  also: chance,
  certain: chance,
  counterparty: chance,
});

export interface Words {
  readonly wording: Wording;
  readonly hearing: Hearing;
  readonly confidence: Confidence;
}

/** @throws KnowledgeError with every mistake found */
export function loadWords(): Words {
  const findings: Finding[] = [];
  const wording = read('wording.yaml', Wording, findings);
  const hearing = read('hearing.yaml', Hearing, findings);
  const confidence = read('confidence.yaml', ConfidenceFile, findings);
  if (wording === null || hearing === null || confidence === null) throw new KnowledgeError(findings);
  return { wording, hearing, confidence };
}

function read<T>(name: string, schema: z.ZodType<T>, findings: Finding[]): T | null {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return readYaml(`dialogs/${name}`, text, schema, (finding) => findings.push(finding))?.value ?? null;
}
