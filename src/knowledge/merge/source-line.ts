import { dayInWords } from '../../shared/day-in-words.ts';
import { fill } from '../../shared/fill.ts';
import type { Source } from '../schema/source.ts';
import type { AnswerWording } from '../schema/wording.ts';
import { link } from './markdown.ts';

/**
 * "*From: name · name (checked 21 November 2026) · name (checked ...)*", each name a link to where the
 * fact was read; the day stands once for all that were read on it.
 */
export function sourceLine(sources: readonly Source[], wording: AnswerWording): string {
  const days = [...new Set(sources.map(({ read }) => read))];
  const groups = days.map((day) => {
    const names = sources.filter(({ read }) => read === day).map(({ name, url }) => link(name, url));
    return `${names.join(' · ')} (${fill(wording.checked, { day: dateInWords(day) })})`;
  });
  return `*${wording.from} ${groups.join(' · ')}*`;
}

/** One line for each page whose next review has gone by. */
export function overdueLines(
  pages: readonly { title: string; reviewBy: string }[],
  wording: AnswerWording,
): string[] {
  return pages.map(({ title, reviewBy }) => fill(wording.overdue, { title, day: dateInWords(reviewBy) }));
}

/** Without the weekday: nobody plans by it. */
function dateInWords(day: string): string {
  return dayInWords(day).replace(/^\w+ /, '');
}
