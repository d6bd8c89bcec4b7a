/** The content in force. An editor's change is taken whole and without a restart, or not at all. */
import type { Log } from '../shared/log.ts';
import { findingInWords } from './finding.ts';
import { requireKnowledge } from './load-knowledge.ts';
import { createSearch, type Search } from './search.ts';
import { watchKnowledge } from './tools/watch-knowledge.ts';

export interface FreshContent {
  /** The content and its index as they are now. */
  search(): Search;
  /** Resolves when changes are seen from now on. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** @throws KnowledgeError when the content has mistakes at the start; later mistakes are only logged */
export function keepFresh(dir: string, log: Log): FreshContent {
  let current = createSearch(requireKnowledge(dir));
  const watch = watchKnowledge(
    dir,
    (knowledge) => {
      current = createSearch(knowledge);
      log.info({ councils: knowledge.councils.size }, 'new content is in force');
    },
    (findings) =>
      log.error({ findings: findings.map(findingInWords) }, 'the last good content stays in force'),
  );
  return { search: () => current, ready: watch.ready, close: () => watch.close() };
}
