import { describe, expect, it } from 'vitest';
import { triage } from '../../src/triage/triage.ts';

const topicOf = (text: string) => triage(text, { today: '2026-11-21' }).topics[0];

describe('a long message with a dated decision in it', () => {
  const around =
    "My son is 8 and has been on school support for two years, he's only in for mornings now because they can't cope. ";

  it('is about the decision, however much is told around it', () => {
    const refused =
      'We asked the council for an EHC assessment and today we got a letter saying no, dated 13 November 2026.';
    expect(topicOf(`${around}${refused} I've had to drop my hours at work.`)).toBe(
      'needs-assessment-refused',
    );
  });

  it('is about the matter around it when no decision is in hand', () => {
    expect(topicOf(`${around}We have not heard from the school since 13 November 2026.`)).not.toBe(
      'needs-assessment-refused',
    );
  });

  it('stays with its matter when the letter is about that', () => {
    expect(topicOf('we got a fine letter dated 3 November 2026 for taking him out of school')).toBe(
      'attendance',
    );
  });
});
