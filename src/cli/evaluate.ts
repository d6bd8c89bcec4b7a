import { readFileSync } from 'node:fs';
import { type Evaluation, evaluate } from '../triage/evaluate.ts';
import type { ClassReport } from '../triage/evaluation/classes.ts';
import { LabelledRow } from '../triage/evaluation/labelled-row.ts';
import { loadUntrained } from '../triage/load-assets.ts';
import { crossValidate } from '../triage/training/cross-validate.ts';
import { loadExamples } from '../triage/training/load-examples.ts';
import { loadTeaching } from '../triage/training/load-teaching.ts';
import { triage } from '../triage/triage.ts';
import { print, tell } from './output.ts';
import { today } from './today.ts';

const FOLDS = 5;
const now = () => performance.now();

/** `signpost evaluate [FILE] [--cv]`: FILE has one labelled message a line; --cv uses the training examples. */
export async function evaluateCommand(file: string | undefined, options: { cv?: boolean }): Promise<number> {
  if (options.cv === true) {
    const found = crossValidate(
      loadExamples(),
      { ...loadUntrained(), ...loadTeaching() },
      { folds: FOLDS, today: today(), now },
    );
    print(...evaluationLines(found).filter((line) => !line.startsWith('time')));
    return 0;
  }
  if (file === undefined) {
    tell('Give a file of labelled messages, or --cv.');
    return 1;
  }
  const rows = readRows(file);
  if (typeof rows === 'string') {
    tell(rows);
    return 1;
  }
  const opts = { today: today(), now };
  triage('', opts);
  print(...evaluationLines(evaluate(rows, triage, opts)));
  return 0;
}

/** The rows, or a sentence that says which line is wrong. */
function readRows(file: string): LabelledRow[] | string {
  const rows: LabelledRow[] = [];
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const row = LabelledRow.safeParse(json(line));
    if (!row.success) return `${file}:${index + 1} is not a labelled message.`;
    rows.push(row.data);
  }
  return rows;
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function evaluationLines(found: Evaluation): string[] {
  const { kind, party, topic, urgent, dates, calibration, time } = found;
  return [
    `${found.rows} messages`,
    ...classLines('kind', kind),
    ...classLines('main counterparty', party),
    ...classLines('topic', topic),
    ...(topic
      ? [
          `topic first ${percent(topic.accuracy)}, within three ${percent(topic.within3)}, first is any good one ${percent(topic.anyGoodTopicFirst)}`,
        ]
      : []),
    ...(urgent
      ? [
          `urgent recall ${percent(urgent.recall)} (${urgent.missed} missed), false alarms ${percent(urgent.falseAlarms)} (${urgent.falsely}), maybe ${percent(urgent.maybe)}`,
        ]
      : []),
    ...(dates ? [`dates ${percent(dates.right)} of ${dates.rows}, ${dates.wrong} wrong date taken`] : []),
    `calibration error: kind ${fixed(calibration.kind)}, counterparty ${fixed(calibration.party)}, topic ${fixed(calibration.topic)}`,
    `time a message: median ${fixed(time.median)} ms, slowest ${fixed(time.slowest)} ms`,
  ];
}

function classLines(title: string, report: ClassReport | null): string[] {
  if (report === null) return [];
  const width = Math.max(...report.classes.map(({ name }) => name.length)) + 2;
  return [
    `${title}: macro-F1 ${fixed(report.macroF1)}, right ${percent(report.accuracy)}`,
    `  ${'class'.padEnd(width)}precision recall F1     rows  told as`,
    ...report.classes.map(({ name, precision, recall, f1, rows }) => {
      const figures = [precision, recall, f1].map((value) => fixed(value).padEnd(7)).join('');
      return `  ${name.padEnd(width)}${figures}${String(rows).padEnd(6)}${told(report.confusion[name])}`;
    }),
    '',
  ];
}

function told(line: Record<string, number> | undefined): string {
  const entries = Object.entries(line ?? {}).sort(([, a], [, b]) => b - a);
  return entries
    .slice(0, 5)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const fixed = (value: number): string => value.toFixed(3);
