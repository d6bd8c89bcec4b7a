import { readConfig } from '../config.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { requireKnowledge } from '../knowledge/load-knowledge.ts';
import { LineError } from './jsonl.ts';

/** The content of the settings' knowledge folder. @throws KnowledgeError */
export const loadContent = (): Knowledge => requireKnowledge(readConfig(process.env).knowledgeDir);

/** @throws LineError when no council of that slug is loaded */
export function knownCouncil(slug: string | null | undefined, knowledge: Knowledge): string | null {
  if (slug === null || slug === undefined || slug === '') return null;
  if (!knowledge.councils.has(slug)) {
    throw new LineError(
      `council: "${slug}" is not loaded. Loaded: ${[...knowledge.councils.keys()].join(', ')}.`,
    );
  }
  return slug;
}
