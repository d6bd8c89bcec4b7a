import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '../../src/knowledge/check-knowledge.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import { page, smallFolder } from './small-knowledge.ts';

const banned = readFileSync(join(projectRoot, 'knowledge/banned-words.yaml'), 'utf8');
const check = (changes: Record<string, string>, today = '2026-11-21') =>
  checkKnowledge('', today, smallFolder({ 'banned-words.yaml': banned, ...changes }));
const checkBody = (body: string) => check({ 'national/extra.md': page('extra', body) }).findings;

describe('a page is found fault with', () => {
  it.each([
    ['a body that is gone', 'Ask the CCG about your plan.', 'CCG', 'error'],
    ['days for months', 'You have 60 days to appeal now.', '60 days', 'error'],
    ['days beside the certificate', 'Appeal within 30 days of the certificate.', '30 days', 'warning'],
    ['an old word', 'The council is statementing him this year.', 'statementing', 'error'],
    ['Latin', 'Ask for help, e.g. from the school nurse.', 'e.g', 'warning'],
    ['cheering', 'You can do it! It is your right.', '!', 'error'],
    ['a clock that stops', 'Mediation stops the clock for you.', 'stops the clock', 'error'],
  ])('for %s', (_, body, word, level) => {
    const [finding, ...rest] = checkBody(body);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ level, file: 'national/extra.md', field: 'body' });
    expect(finding?.message).toContain(`"${word}"`);
  });

  it.each([
    'The CCG is now the integrated care board (ICB).',
    'Mediation must be arranged within 30 days, and then you get a certificate.',
    'SOS!SEN is a charity that can help you.',
    'Talking to the council never stops the clock.',
  ])('but not where the line puts it right: %s', (body) => {
    expect(checkBody(body)).toEqual([]);
  });

  it('for words that are too hard, on the line where they begin', () => {
    const body =
      'Notwithstanding institutional considerations, authorities occasionally characterise representations ' +
      'regarding educational provision as inadmissible irrespective of contemporaneous professional recommendations concerning individual circumstances.';
    const hard = checkBody(body).filter(({ message }) => message.includes('hard to read'));
    expect(hard).toMatchObject([{ level: 'error', file: 'national/extra.md' }]);
  });

  it('for a link that leads nowhere', () => {
    expect(checkBody('Read [the other page](mediation.md) as well.')).toMatchObject([
      { message: 'The link "mediation.md" leads nowhere.' },
    ]);
  });

  it('for a number that is no contact’s, and not for one that is', () => {
    expect(checkBody('Ring them on 01384 999999 today.')).toMatchObject([
      { message: "01384 999999 is no contact's number." },
    ]);
    expect(checkBody('Ring them on 01384 817373 today.')).toEqual([]);
  });

  it('when its review is overdue, without stopping anything', () => {
    const { findings } = check({}, '2027-06-01');
    expect(findings.every(({ level }) => level === 'warning')).toBe(true);
    expect(findings.map(({ file }) => file)).toEqual([
      'national/mediation.md',
      'national/sendiass.md',
      'councils/dudley/mediation.md',
    ]);
  });

  it('for a long sentence that is also on another page', () => {
    const sentence =
      'You can ask the school to tell you in writing what it has tried so far and what it will try next.';
    const { findings } = check({
      'national/one.md': page('one', sentence),
      'national/two.md': page('two', sentence),
    });
    expect(findings).toMatchObject([{ level: 'warning', file: 'national/one.md' }]);
  });
});

describe('content that does not load', () => {
  it('is reported as such, and nothing else', () => {
    const { findings, grades } = check({ 'clocks.yaml': '[' });
    expect(findings.every(({ file }) => file === 'clocks.yaml' || file.startsWith('pathways/'))).toBe(true);
    expect(findings.length).toBeGreaterThan(0);
    expect(grades).toEqual([]);
  });
});

describe('the real content', () => {
  const { findings, grades } = checkKnowledge(join(projectRoot, 'knowledge'), '2026-11-21');

  it('has no errors', () => {
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('reads with ease, the hardest page first', () => {
    expect(grades[0]?.grade).toBeLessThan(8);
    expect(grades.map(({ grade }) => grade)).toEqual(grades.map(({ grade }) => grade).sort((a, b) => b - a));
  });
});
