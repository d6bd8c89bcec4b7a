/** Further problems that a message tells in sentences of their own. */

import type { Topic } from '../src/shared/vocabulary.ts';
import type { Triage } from '../src/triage/schema.ts';
import { wordCount } from './hearing/plain.ts';

/** A sentence with fewer words says too little to be a problem. */
const FEWEST_WORDS = 5;
/** A story of more sentences has told its problems by then; each one costs the time of a message. */
const MOST_SENTENCES = 12;

/**
 * The topics of single sentences that are read with certainty and are not the main one, in the order told.
 * Read as a whole, a message shows one topic; its second problem is seen in its own sentence.
 */
export function otherMatters(
  text: string,
  main: Topic | undefined,
  read: (sentence: string) => Triage,
  certain: number,
): Topic[] {
  const sentences = text
    .split(/[.!?;\n]+/)
    .filter((sentence) => wordCount(sentence) >= FEWEST_WORDS)
    .slice(0, MOST_SENTENCES);
  if (sentences.length < 2) return [];
  const topics = sentences.flatMap((sentence) => {
    const { topics, confidence } = read(sentence);
    const [topic] = topics;
    return topic !== undefined && confidence.topic >= certain ? [topic] : [];
  });
  const aside: readonly (Topic | undefined)[] = [main, 'other', 'safeguarding'];
  return [...new Set(topics)].filter((topic) => !aside.includes(topic));
}
