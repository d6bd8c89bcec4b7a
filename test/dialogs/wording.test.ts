import { describe, expect, test } from 'vitest';
import { loadWords } from '../../dialogs/load-words.ts';
import { readingGrade } from '../../src/knowledge/check/reading-grade.ts';
import { fill } from '../../src/shared/fill.ts';

const { wording } = loadWords();

/** Every line with its place in the file. */
function linesOf(value: unknown, path: string): [path: string, line: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => linesOf(one, path === '' ? key : `${path}.${key}`));
}

const lines = linesOf(wording, '').filter(
  ([path]) => !/(^|\.)ask$|bodies/i.test(path) || path.includes('council'),
);

describe('what the bot says of itself', () => {
  test.each(lines)('%s shouts at nobody', (_, line) => {
    expect(line).not.toMatch(/!|\p{Extended_Pictographic}/u);
  });

  test.each(lines)('%s can be read by a child of eleven', (_, line) => {
    const words = line.replace(/\{\w+\}/g, 'this');
    expect(readingGrade(words) ?? 0).toBeLessThanOrEqual(10);
  });

  test('is easy on average', () => {
    const grades = lines.flatMap(([, line]) => readingGrade(line.replace(/\{\w+\}/g, 'this')) ?? []);
    expect(grades.reduce((sum, grade) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(8);
  });
});

test('a place that nothing fills is a fault, and never a brace in front of a parent', () => {
  expect(() => fill('It is {date}.', {})).toThrow('{date}');
  expect(fill('It is {date}.', { date: 'today' })).toBe('It is today.');
});
