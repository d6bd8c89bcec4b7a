/** A pathway as a parent reads it on a phone. Every sentence comes from content; nothing is made up here. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { overdueLines, sourceLine } from '../knowledge/merge/source-line.ts';
import { dayInWords } from '../shared/day-in-words.ts';
import { fill } from '../shared/fill.ts';
import { dayToSay, deadlineLine } from './deadline-line.ts';
import type { Pathway, Step } from './schema.ts';

/** Markdown: the day first, what this is, the numbered steps, the warnings, what comes next, the sources. */
export function answer(pathway: Pathway, { knowledge }: { knowledge: Knowledge }): string {
  const wording = knowledge.answerWording;
  const bySteps = new Set(pathway.steps.flatMap(({ by }) => by ?? []));
  // A day that a step already names is not said twice, unless it is the one that matters most.
  const told = pathway.deadlines.filter(
    (each, index) => index === 0 || each.passed || !bySteps.has(dayToSay(each, pathway.today)),
  );
  // What can still be done when the day has gone stands in the place of the lead.
  const tooLate = told[0]?.binds === 'family' && told[0].passed && told[0].late !== undefined;
  // A contact that serves several steps is printed with the first.
  const given = new Set<string>();
  const steps = pathway.steps.map((step, index) => {
    const head = `${index + 1}. **${step.who.replace(/[.:]$/, '')}.** ${step.action}${byWhen(step, pathway, wording.by)}`;
    const fresh = step.contacts.filter((line) => !given.has(line));
    for (const line of fresh) given.add(line);
    return [head, ...fresh.map((line) => `   - ${line}`)].join('\n');
  });
  return [
    ...told.map((deadline, index) => {
      const countedAbove = index > 0 && told[0]?.date === deadline.date;
      return deadlineLine(deadline, pathway.today, wording, countedAbove);
    }),
    ...(tooLate ? [] : [pathway.lead]),
    steps.join('\n'),
    ...pathway.warnings,
    ...(pathway.next === undefined ? [] : [`${wording.next} ${pathway.next}`]),
    ...overdueLines(pathway.overdue, wording),
    sourceLine(pathway.sources, wording),
  ].join('\n\n');
}

/**
 * " By Tuesday 3 March 2026.", unless the step says so itself. A day that has gone is told once, above,
 * with what can still be done.
 */
function byWhen({ by, action }: Step, { deadlines, today }: Pathway, line: string): string {
  const ahead = deadlines.some((deadline) => !deadline.passed && dayToSay(deadline, today) === by);
  if (by === undefined || !ahead || action.includes(dayInWords(by))) return '';
  return ` ${fill(line, { day: dayInWords(by) })}`;
}
