import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readingGrade } from '../../src/knowledge/check/reading-grade.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { smallFiles, smallFolder, smallKnowledge } from './small-knowledge.ts';

const OWN = 'councils/dudley/advisers.yaml';
const findingsOf = (changes: Record<string, string | null>) =>
  loadKnowledge('', smallFolder(changes)).findings ?? [];

describe("a mistake in a service's hours", () => {
  it.each([
    [
      'a spell that closes before it opens',
      'hours:\n  monday:\n    - from: "17:00"\n      to: "09:00"\n',
      4,
      'hours.monday.0.to',
    ],
    [
      'a time that no clock shows',
      "hours:\n  monday: [{ from: '09:60', to: '17:00' }]\n",
      2,
      'hours.monday.0.from',
    ],
    ['a day that is none', "hours:\n  mondy: [{ from: '09:00', to: '17:00' }]\n", 2, 'hours.mondy'],
    ['a day that is open at no time', 'hours:\n  monday: []\n', 2, 'hours.monday'],
    [
      'a closure that ends before it begins',
      'closures: [{ from: 2026-12-24, to: 2026-12-01 }]\n',
      1,
      'closures.0.to',
    ],
    ['an unknown limit', 'minutes:\n  wate: 10\n', 2, 'minutes.wate'],
    [
      'an outcome that is there twice',
      'outcomes:\n  - { id: advice-given, label: Advice }\n  - { id: advice-given, label: Advice }\n',
      3,
      'outcomes.1.id',
    ],
    ['an address that is none', 'notify:\n  emails: [office]\n', 2, 'notify.emails.0'],
  ])('is named with line and field: %s', (_, text, line, field) => {
    expect(findingsOf({ [OWN]: text })).toMatchObject([{ file: OWN, line, field }]);
  });

  it('is found in the defaults too, which must be there', () => {
    expect(findingsOf({ 'advisers.yaml': null })).toMatchObject([{ file: 'advisers.yaml' }]);
    const text = smallFiles().get('advisers.yaml')?.replace('wait: 15', 'wait: soon') ?? '';
    expect(findingsOf({ 'advisers.yaml': text })).toMatchObject([
      { file: 'advisers.yaml', field: 'minutes.wait' },
    ]);
  });
});

describe("a council's own file", () => {
  const defaults = smallKnowledge().advisers('dudley');

  it('replaces what it names, and nothing else', () => {
    const hours = { tuesday: [{ from: '10:00', to: '15:00' }] };
    const own = smallKnowledge({ [OWN]: stringify({ hours, minutes: { wait: 5 } }) });
    expect(own.advisers('dudley')).toEqual({
      ...defaults,
      hours,
      minutes: { ...defaults.minutes, wait: 5 },
    });
    expect(own.advisers('leicester')).toEqual(defaults);
  });

  it('is not needed: a council without one, or one that has left, has the defaults', () => {
    expect(defaults.replies.length).toBeGreaterThan(0);
    expect(smallKnowledge().advisers('nowhere')).toEqual(defaults);
  });
});

describe('the replies that advisers find ready', () => {
  it.each(smallKnowledge().advisers('dudley').replies)(
    'can be read by a child of eleven: $title',
    ({ text }) => {
      expect(readingGrade(text) ?? 0).toBeLessThanOrEqual(8);
      expect(text).not.toContain('!');
    },
  );
});
