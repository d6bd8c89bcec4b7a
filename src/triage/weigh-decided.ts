import { TOPICS } from '../shared/vocabulary.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * Chances of the topics once it is known that a dated decision is in hand: a letter with a date decides a
 * request, so the matters around it ("he is only in for mornings") are less likely what it is about. Without
 * this a long message can lose the day by which an appeal must be in.
 */
export function weighDecided(topics: Float32Array, lines: Thresholds): Float32Array {
  const weighed = topics.map((chance, at) => {
    const topic = TOPICS[at];
    return topic !== undefined && lines.dateTopics.includes(topic) ? chance : chance * lines.besideDecision;
  });
  const sum = weighed.reduce((all, one) => all + one, 0);
  return weighed.map((chance) => chance / sum);
}
