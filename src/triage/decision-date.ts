import type { IsoDate } from '../shared/vocabulary.ts';
import { TOPICS } from '../shared/vocabulary.ts';
import { readLetterDate } from './letter-date/read-letter-date.ts';
import type { Cues, DateDoubt } from './schema.ts';
import type { Thresholds } from './thresholds.ts';

export type DecisionDate = { decisionDate: IsoDate | null; dateDoubt: DateDoubt | null };

/**
 * The date on the decision letter, looked for only where a message can be about one: a date of birth
 * or of a hospital visit must never start a clock.
 */
export function decisionDate(
  normalised: string,
  today: IsoDate,
  cues: Cues,
  topics: Float32Array,
  lines: Thresholds,
): DecisionDate {
  if (!aboutDecision(normalised, cues, topics, lines)) return { decisionDate: null, dateDoubt: null };
  const { date, doubt } = readLetterDate(normalised, today);
  return { decisionDate: date, dateDoubt: doubt };
}

function aboutDecision(text: string, cues: Cues, topics: Float32Array, lines: Thresholds): boolean {
  if (cues.decisionInHand || cues.plan === 'final') return true;
  if (text.split(/\s+/, lines.dateOnlyWords + 1).length <= lines.dateOnlyWords) return true;
  const chance = lines.dateTopics.reduce((sum, topic) => sum + (topics[TOPICS.indexOf(topic)] ?? 0), 0);
  return chance >= lines.dateTopicsChance;
}
