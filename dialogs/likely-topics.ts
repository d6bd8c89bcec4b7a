/** How sure a reading is, and what may be offered when it is not. */
import type { Topic } from '../src/shared/vocabulary.ts';
import type { Triage } from '../src/triage/schema.ts';
import type { Confidence } from './services.ts';

/**
 * The topic to answer without a question; null when it has to be asked. "Something that we do not cover" must
 * be surer than any other: "just everything" is not outside our field, only not told yet.
 */
export function sureTopic({ topics: [first], confidence }: Triage, lines: Confidence): Topic | null {
  if (first === undefined) return null;
  return confidence.topic >= (first === 'other' ? lines.outside : lines.answer) ? first : null;
}

/** The readings to choose from, best first. "Something else" is none: another choice says so already. */
export function topicsToOffer({ topics, confidence }: Triage, lines: Confidence): Topic[] {
  return topics.filter((topic, place) => topic !== 'other' && (confidence.topics[place] ?? 0) >= lines.offer);
}
