import type { Taxonomy } from '../../src/knowledge/schema/taxonomy.ts';
import { TOPICS, type Topic } from '../../src/shared/vocabulary.ts';
import { hearNamed, longestFirst, type Named } from './named.ts';
import { type Hearing, leftOver } from './phrases.ts';

/** "It's about transport and they were rude" tells something new: a name of a topic says nothing else. */
const MOST_LEFT_OVER = 1;

/** The topic that a plain text names and says little else about: "no, it's about transport". */
export function hearTopic(said: string, hearing: Hearing, taxonomy: Taxonomy): Topic | null {
  const names = namesOf(hearing, taxonomy);
  const known = [...names.map(({ name }) => name), ...hearing.correction.openings];
  return leftOver(said, known, hearing.fillers) > MOST_LEFT_OVER ? null : hearNamed(said, names);
}

function namesOf(hearing: Hearing, taxonomy: Taxonomy): Named<Topic>[] {
  return longestFirst(
    TOPICS.flatMap((id) => {
      const { button, about } = taxonomy.topics[id];
      return [button, about, ...(hearing.correction.topics[id] ?? [])].map((name) => ({ id, name }));
    }),
  );
}
