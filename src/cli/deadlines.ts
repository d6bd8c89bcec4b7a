import { z } from 'zod';
import { appealDates } from '../pathways/deadlines/appeal-dates.ts';
import { IsoDate } from '../shared/vocabulary.ts';
import { loadContent } from './content.ts';
import { answerLines } from './jsonl.ts';
import { io, tell } from './output.ts';

const Line = z.object({ decision_date: IsoDate, certificate_date: IsoDate.nullish() });

/** `signpost deadlines --jsonl` */
export async function deadlinesCommand(options: { jsonl?: boolean }): Promise<number> {
  if (options.jsonl !== true) {
    tell('Give --jsonl and one {id, decision_date, certificate_date} a line on standard input.');
    return 1;
  }
  const { bankHolidays } = loadContent();
  return answerLines(
    Line,
    (line) => ({ ...appealDates(line.decision_date, line.certificate_date ?? null, bankHolidays) }),
    io,
  );
}
