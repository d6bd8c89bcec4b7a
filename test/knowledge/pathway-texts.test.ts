import { describe, expect, test } from 'vitest';
import { readingGrade } from '../../src/knowledge/check/reading-grade.ts';
import { knowledge, routes, textsOf } from './support/pathway-rules.ts';

describe.each(routes.map((route) => [route.id, route] as const))('%s', (_, route) => {
  test('is short, and a child of eleven could read it', () => {
    expect(route.steps.length).toBeGreaterThanOrEqual(3);
    expect(route.steps.length).toBeLessThanOrEqual(6);
    for (const { action } of route.steps) expect(action.length).toBeLessThan(320);
    expect(
      readingGrade([route.lead, ...route.steps.map(({ action }) => action), ...route.warnings].join('\n\n')),
    ).toBeLessThanOrEqual(8);
  });

  test('names SENDIASS, unless somebody may be in danger', () => {
    const named = route.steps.some(({ contact }) => contact === 'sendiass');
    expect(named).toBe(!route.id.startsWith('safeguarding.'));
  });

  test('says nothing that would mislead', () => {
    const text = textsOf(route).join(' ').replaceAll('SOS!SEN', '');
    expect(text).not.toMatch(/!|\bCCG|\b(60|sixty) days|you will win|e\.g\.|i\.e\.|\betc\b/i);
    expect(text).not.toMatch(/(30|thirty) days (of|from|after) [^.]*certificate/i);
    expect(text.match(/six months(?! less one day)/g)).toBeNull();
  });

  test('puts no day beside a step that only the other side has to keep', () => {
    for (const { clock } of route.steps.filter((step) => step.clock !== undefined)) {
      expect(knowledge.clocks.get(clock ?? '')?.binds, clock).toBe('family');
    }
  });

  test('says where it goes next without saying "if" twice', () => {
    // The answer puts "If this does not work:" before it.
    expect(route.next ?? 'Nothing').not.toMatch(/^If\b/);
  });

  test('opens its abbreviations', () => {
    const text = textsOf(route).join(' ').replaceAll('SOS!SEN', '');
    const opened: Record<string, RegExp> = {
      EHC: /education, health and care \(EHC\)/,
      ICB: /integrated care board \(ICB\)/,
      PALS: /advice service[^(]*\(PALS\)/,
      SENCO: /SENCO \(the teacher in charge/,
      SENDIASS: /SENDIASS \(free|SENDIASS, your|SENDIASS is your/,
    };
    for (const [short, words] of Object.entries(opened)) {
      const first = text.search(new RegExp(`\\b${short}\\b`));
      if (first >= 0) expect(text.slice(Math.max(0, first - 60), first + 60), short).toMatch(words);
    }
    expect(text).not.toMatch(/\b(LGSCO|PHSO|DfE|IDR|SENDIST|CAMHS|SEN|EHCP)\b/);
  });
});
