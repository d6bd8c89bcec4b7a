import type { Knowledge } from '../knowledge/knowledge.ts';
import { dayInWords } from '../shared/day-in-words.ts';
import { fill } from '../shared/fill.ts';
import type { Deadline } from './schema.ts';

/** Writes out `{date:CLOCK}`: the day in words, or from what it is counted when that is not known. */
export function withDays(text: string, deadlines: readonly Deadline[], knowledge: Knowledge): string {
  return text.replace(/\{date:([a-z0-9-]+)\}/g, (_, id: string) => {
    const deadline = deadlines.find((each) => each.id === id);
    if (deadline !== undefined) return dayInWords(deadline.date);
    return fill(knowledge.answerWording.dateUnknown, { from: knowledge.clocks.get(id)?.fromWords ?? '' });
  });
}
