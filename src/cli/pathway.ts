import { z } from 'zod';
import { DATE_KINDS } from '../knowledge/schema/dates.ts';
import { answer } from '../pathways/answer.ts';
import { pathway } from '../pathways/pathway.ts';
import { Dates, type Situation } from '../pathways/schema.ts';
import { Counterparty, Kind, Stage, Topic } from '../shared/vocabulary.ts';
import { Cues } from '../triage/schema.ts';
import { knownCouncil, loadContent } from './content.ts';
import { answerLines } from './jsonl.ts';
import { io, tell } from './output.ts';
import { today } from './today.ts';

/** "decision_date", "decisionDate" and "decision" are the same date; one that is null is not known. */
const LooseDates = z.record(z.string(), z.string().nullable()).transform((dates, context) => {
  const known = Object.entries(dates).flatMap(([name, day]) => {
    const kind = name.replace(/_?[dD]ate$/, '');
    if (!DATE_KINDS.some((one) => one === kind)) {
      context.addIssue(`"${name}" is not one of ${DATE_KINDS.join(', ')}.`);
    }
    return day === null ? [] : [[kind, day]];
  });
  const parsed = Dates.safeParse(Object.fromEntries(known));
  if (parsed.success) return parsed.data;
  context.addIssue('each date is YYYY-MM-DD.');
  return z.NEVER;
});

const Line = z.object({
  kind: Kind,
  counterparty: z.union([
    z.array(Counterparty),
    Counterparty.transform((one) => [one]),
    z.null().transform(() => []),
  ]),
  topic: Topic,
  stage: Stage,
  council: z.string().nullish(),
  dates: LooseDates.optional(),
  cues: Cues.optional(),
});

/** `signpost pathway --jsonl` */
export async function pathwayCommand(options: { jsonl?: boolean }): Promise<number> {
  if (options.jsonl !== true) {
    tell('Give --jsonl and one situation a line on standard input.');
    return 1;
  }
  const knowledge = loadContent();
  const day = today();
  return answerLines(
    Line,
    ({ dates = {}, cues = {}, council, ...labels }) => {
      const situation: Situation = { ...labels, council: knownCouncil(council, knowledge), dates, cues };
      const found = pathway(situation, { today: day, knowledge });
      const steps = found.steps.map(({ who, action, page, by }) => ({
        who,
        action,
        page,
        ...(by === undefined ? {} : { by }),
      }));
      return { steps, deadlines: found.deadlines, answer: answer(found, { knowledge }) };
    },
    io,
  );
}
