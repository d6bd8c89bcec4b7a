import { expect, test } from 'vitest';
import { evaluate } from '../../../src/triage/evaluate.ts';
import { calibrationError } from '../../../src/triage/evaluation/calibration-error.ts';
import { classReport } from '../../../src/triage/evaluation/classes.ts';
import { LabelledRow } from '../../../src/triage/evaluation/labelled-row.ts';
import type { Triage } from '../../../src/triage/schema.ts';

const told: Triage = {
  kind: 'complaint',
  counterparty: ['la'],
  topics: ['transport', 'other'],
  urgent: false,
  maybeUrgent: true,
  decisionDate: '2026-03-03',
  dateDoubt: null,
  confidence: { kind: 0.9, counterparty: 0.6, topic: 0.5, topics: [0.5, 0.1] },
  cues: {},
};
const opts = { today: '2026-03-20', now: () => 0 };
const figures = (...rows: unknown[]) =>
  evaluate(
    rows.map((row) => LabelledRow.parse(row)),
    () => told,
    opts,
  );

test('a row of our own examples counts its first body as the main one', () => {
  const row = {
    text: 'x',
    kind: 'complaint',
    counterparty: ['school', 'la'],
    topic: 'other',
    topics2: [],
    urgent: true,
  };
  const { party, topic, urgent } = figures(row);
  expect(party?.accuracy).toBe(0);
  expect(topic).toMatchObject({ accuracy: 0, within3: 1 });
  expect(urgent).toMatchObject({ recall: 0, missed: 1, maybe: 1 });
});

test('elsewhere any listed value is right', () => {
  const row = {
    text: 'x',
    kind: ['concern', 'complaint'],
    counterparty: ['none', 'la'],
    topic: ['transport'],
    urgent: [false],
  };
  const { kind, party, topic, urgent } = figures(row);
  expect([kind?.accuracy, party?.accuracy, topic?.accuracy, urgent?.falseAlarms]).toEqual([1, 1, 1, 0]);
});

test('a message that may be called urgent or not counts for neither', () => {
  expect(figures({ text: 'x', urgent: [true, false] }).urgent).toBeNull();
});

test('a date is right when it is the expected or an accepted one', () => {
  const row = (expected: string | null, accept: string[]) => ({
    text: 'x',
    today: '2026-03-20',
    expected,
    accept,
  });
  expect(figures(row('2026-03-04', ['2026-03-03'])).dates).toEqual({ right: 1, rows: 1, wrong: 0 });
  expect(figures(row(null, [])).dates).toEqual({ right: 0, rows: 1, wrong: 1 });
});

test('what no row is labelled for is left out', () => {
  expect(figures({ text: 'x', urgent: true })).toMatchObject({
    kind: null,
    party: null,
    topic: null,
    dates: null,
  });
});

test('precision, recall and F1 are counted by class', () => {
  const report = classReport([
    { right: ['a'], told: 'a' },
    { right: ['a'], told: 'b' },
    { right: ['b'], told: 'b' },
  ]);
  expect(report.classes).toEqual([
    { name: 'a', precision: 1, recall: 0.5, f1: 2 / 3, rows: 2 },
    { name: 'b', precision: 0.5, recall: 1, f1: 2 / 3, rows: 1 },
  ]);
  expect(report.confusion).toEqual({ a: { a: 1, b: 1 }, b: { b: 1 } });
});

test('a class that is told but never right does not enter the mean', () => {
  expect(
    classReport([
      { right: ['a'], told: 'c' },
      { right: ['a'], told: 'a' },
    ]).macroF1,
  ).toBeCloseTo(2 / 3);
});

test('calibration is perfect when chances come true, and its error is the gap when not', () => {
  expect(calibrationError([{ chance: 1, right: true }])).toBe(0);
  expect(
    calibrationError([
      { chance: 0.9, right: false },
      { chance: 0.9, right: true },
    ]),
  ).toBeCloseTo(0.4);
  expect(calibrationError([])).toBe(0);
});
