import { syllable } from 'syllable';
import { describe, expect, it } from 'vitest';
import { clocks } from './read-data.ts';

/** Section numbers that nobody has read at their source; they are not shown to a family. */
const NOT_READ = [
  /\bs\.44/,
  /reg 20\(10\)/,
  /regs? (35|36|37|39)\b/,
  /s\.508B/,
  /2009\/309/,
  /1993 s\.9/,
  /reg 9\b/,
  /GDPR/,
  /1530 reg 4\b/,
];

const NAMES =
  /the (Information Commissioner|Parliamentary and Health Service Ombudsman)|ombudsman|tribunal|mediation|certificate|SENDIASS|IPSEA|council|governors|social care|discrimination|recommendations|investigation|information/g;

describe('the clocks of SEND law', () => {
  it('have ids of their own', () => {
    const ids = clocks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('let rule 12 help only the start of an SEN appeal', () => {
    const helped = clocks.filter(({ tribunalRules }) => tribunalRules).map(({ id }) => id);
    expect(helped).toEqual(['appeal', 'appeal-section-i']);
  });

  it('give a certificate month to nothing but the ordinary appeal', () => {
    expect(clocks.filter(({ orLater }) => orLater !== undefined).map(({ id }) => id)).toEqual(['appeal']);
  });

  it.each(clocks.map((one) => [one.id, one] as const))('%s shows no number that was not read', (_, one) => {
    for (const number of NOT_READ) expect(one.authority ?? '').not.toMatch(number);
  });

  it.each(clocks.map((one) => [one.id, one] as const))(
    '%s says what can be done when it is late',
    (_, one) => {
      expect(one.late).toBeTruthy();
    },
  );

  it.each(clocks.map((one) => [one.id, one] as const))('%s is in plain words', (_, one) => {
    const texts = [one.label, one.note, one.late, one.orLater?.caution].filter((text) => text !== undefined);
    for (const text of texts) {
      expect(text).not.toMatch(/[!]|\b(e\.g|i\.e|inter alia|pursuant|statutory|hereby|commence)\b/);
      for (const sentence of text.split(/[.?] /)) expect(sentence.split(' ').length).toBeLessThanOrEqual(26);
    }
    expect(readingAge(texts.join(' '))).toBeLessThanOrEqual(11);
  });
});

/** Flesch-Kincaid grade and five years. Names that a family has to know are counted as one short word. */
function readingAge(text: string): number {
  const plain = text.replace(NAMES, 'it');
  const sentences = plain.split(/[.?](?: |$)/).filter((part) => part.trim().length > 0).length;
  const words = plain.split(/\s+/);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59 + 5;
}
