import type { IsoDate } from '../shared/vocabulary.ts';
import { calibrationError } from './evaluation/calibration-error.ts';
import { type ClassReport, classReport, mean } from './evaluation/classes.ts';
import type { LabelledRow } from './evaluation/labelled-row.ts';
import type { Triage } from './schema.ts';

/** Figures of triage on labelled messages; a part that no row is labelled for is null. */
export type Evaluation = {
  rows: number;
  kind: ClassReport | null;
  party: ClassReport | null;
  topic: (ClassReport & { within3: number; anyGoodTopicFirst: number }) | null;
  urgent: { recall: number; falseAlarms: number; maybe: number; missed: number; falsely: number } | null;
  dates: { right: number; rows: number; wrong: number } | null;
  calibration: { kind: number; party: number; topic: number };
  /** Milliseconds a message. */
  time: { median: number; slowest: number };
};

export type Reader = (text: string, opts: { today: IsoDate }) => Triage;
type Told = { row: LabelledRow; told: Triage; took: number };

/** `today` is for rows that do not say their own; `now` gives milliseconds. */
export function evaluate(
  rows: readonly LabelledRow[],
  read: Reader,
  opts: { today: IsoDate; now: () => number },
): Evaluation {
  const all = rows.map((row): Told => {
    const start = opts.now();
    const told = read(row.text, { today: row.today ?? opts.today });
    return { row, told, took: opts.now() - start };
  });
  const kind = labelled(
    all,
    'kind',
    ({ told }) => told.kind,
    ({ told }) => told.confidence.kind,
  );
  const party = labelled(
    all,
    'party',
    ({ told }) => told.counterparty[0] ?? 'none',
    ({ told }) => told.confidence.counterparty,
  );
  const topic = labelled(
    all,
    'topic',
    ({ told }) => told.topics[0] ?? 'other',
    ({ told }) => told.confidence.topic,
  );
  const times = all.map(({ took }) => took).sort((a, b) => a - b);
  return {
    rows: rows.length,
    kind: report(kind),
    party: report(party),
    topic: topicFigures(all, report(topic)),
    urgent: urgentFigures(all),
    dates: dateFigures(all),
    calibration: {
      kind: calibrationError(kind),
      party: calibrationError(party),
      topic: calibrationError(topic),
    },
    time: { median: times[times.length >> 1] ?? 0, slowest: times.at(-1) ?? 0 },
  };
}

type Judged = { answer: { right: readonly string[]; told: string }; chance: number; right: boolean };

function labelled(
  all: readonly Told[],
  field: 'kind' | 'party' | 'topic',
  answer: (one: Told) => string,
  chance: (one: Told) => number,
): Judged[] {
  return all.flatMap((one) => {
    const right: readonly string[] | undefined = one.row[field];
    if (right === undefined) return [];
    const told = answer(one);
    return [{ answer: { right, told }, chance: chance(one), right: right.includes(told) }];
  });
}

const report = (judged: readonly Judged[]): ClassReport | null =>
  judged.length === 0 ? null : classReport(judged.map(({ answer }) => answer));

function topicFigures(all: readonly Told[], classes: ClassReport | null): Evaluation['topic'] {
  if (classes === null) return null;
  const rows = all.filter(({ row }) => row.topic !== undefined);
  const within3 = rows.map(({ row, told }) => told.topics.some((topic) => row.topic?.includes(topic)));
  const anyGood = rows.map(({ row, told }) =>
    [...(row.topic ?? []), ...row.topicsOther].some((topic) => topic === told.topics[0]),
  );
  return { ...classes, within3: mean(within3.map(Number)), anyGoodTopicFirst: mean(anyGood.map(Number)) };
}

/** A message that may be called either way counts for neither. */
function urgentFigures(all: readonly Told[]): Evaluation['urgent'] {
  const sure = all.filter(({ row }) => row.urgent?.length === 1);
  const yes = sure.filter(({ row }) => row.urgent?.[0] === true);
  const no = sure.filter(({ row }) => row.urgent?.[0] === false);
  if (sure.length === 0) return null;
  return {
    recall: mean(yes.map(({ told }) => Number(told.urgent))),
    falseAlarms: mean(no.map(({ told }) => Number(told.urgent))),
    maybe: mean(sure.map(({ told }) => Number(told.maybeUrgent))),
    missed: yes.filter(({ told }) => !told.urgent).length,
    falsely: no.filter(({ told }) => told.urgent).length,
  };
}

function dateFigures(all: readonly Told[]): Evaluation['dates'] {
  const rows = all.filter(({ row }) => row.date !== undefined);
  if (rows.length === 0) return null;
  const right = rows.filter(({ row, told }) => row.date?.includes(told.decisionDate)).length;
  const wrong = rows.filter(
    ({ row, told }) => told.decisionDate !== null && !row.date?.includes(told.decisionDate),
  );
  return { right: right / rows.length, rows: rows.length, wrong: wrong.length };
}
