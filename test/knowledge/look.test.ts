import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { findingInWords } from '../../src/knowledge/finding.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { contrast, Look } from '../../src/knowledge/schema/look.ts';
import { dudley, smallFolder, smallKnowledge } from './small-knowledge.ts';

const withLook = (look: unknown) => ({ 'councils/dudley/council.yaml': stringify({ ...dudley, look }) });
const findings = (changes: Record<string, string>) =>
  (loadKnowledge('', smallFolder(changes)).findings ?? []).map(findingInWords);

describe('a look that families could not read is refused, with its line and its numbers', () => {
  test('pale text on a pale button', () => {
    expect(findings(withLook({ colours: { main: '#767676', onMain: '#eeeeee' } }))).toEqual([
      'error councils/dudley/council.yaml:25 look.colours.onMain: #eeeeee on the main colour (#767676) has a contrast of 3.91:1, and 4.5:1 is needed. Correct the value.',
    ]);
  });
  test('a main colour that does not show on the page, by day and by night', () => {
    expect(findings(withLook({ colours: { main: '#ffdd00', onMain: '#0b0c0c' } })).join()).toMatch(
      /look\.colours\.main: #ffdd00 on the page \(#ffffff\) has a contrast of 1\.\d\d:1/,
    );
    expect(findings(withLook({ dark: { main: '#4b2a6b', onMain: '#ffffff' } })).join()).toMatch(
      /look\.dark\.main: #4b2a6b on the page \(#16181a\)/,
    );
  });
  test('colours that are no colours, and logos that are not there or too heavy', () => {
    expect(findings(withLook({ colours: { main: 'purple' } })).join()).toContain('look.colours.main');
    expect(findings(withLook({ logo: 'logo.svg' })).join()).toContain('council.yaml names this logo');
    const heavy = { ...withLook({ logo: 'logo.svg' }), 'councils/dudley/logo.svg': 'x'.repeat(4_001) };
    expect(findings(heavy).join()).toContain('This logo is over 4,000 characters.');
  });
});

test('contrast is counted as WCAG counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
});

test('a council without a look has the default one, which passes its own check', () => {
  expect(smallKnowledge().councils.get('dudley')?.look).toEqual(Look.parse({}));
  expect(Look.parse({}).colours).toEqual({ main: '#1d5a8a', onMain: '#ffffff' });
});

test('a logo is kept with the content', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const knowledge = smallKnowledge({ ...withLook({ logo: 'logo.svg' }), 'councils/dudley/logo.svg': svg });
  expect(knowledge.logos.get('dudley')).toBe(svg);
});
