import { describe, expect, it } from 'vitest';
import { answer } from '../../src/pathways/answer.ts';
import { pathway } from '../../src/pathways/pathway.ts';
import type { Situation } from '../../src/pathways/schema.ts';
import { smallFiles, smallKnowledge } from '../knowledge/small-knowledge.ts';

const knowledge = smallKnowledge();
const said = (decision: string, today: string, values: Partial<Situation> = {}) =>
  answer(
    pathway(
      {
        kind: 'complaint',
        counterparty: [],
        topic: 'plan-refused',
        stage: 'none',
        council: 'dudley',
        dates: { decision },
        cues: {},
        ...values,
      },
      { today, knowledge },
    ),
    { knowledge },
  );

describe('an answer', () => {
  it('begins with the day, how it was counted, and that the letter wins', () => {
    expect(said('2026-11-12', '2026-11-21').split('\n')[0]).toBe(
      '**Your appeal must reach the tribunal by Tuesday 12 January 2027**. Two months from the date on your letter, Thursday 12 November 2026. If your letter gives an earlier date, go by the letter.',
    );
  });

  it('says of a day that has gone what can still be done, and sets no day for the step', () => {
    const late = said('2026-08-12', '2026-11-21');
    expect(late.split('\n')[0]).toMatch(
      /^\*\*Your appeal must reach the tribunal\. The day for that was Monday 12 October 2026, and it has passed\*\*\./,
    );
    expect(late.split('\n')[0]).toContain('Send it now and say why it is late.');
    expect(late).not.toContain('go by the letter');
    expect(late).not.toMatch(/ By Monday 12 October 2026\.$/m);
  });

  it('gives the last day that still counts once the safe day has gone', () => {
    const christmas = said('2026-10-26', '2026-12-28');
    expect(christmas.split('\n')[0]).toMatch(
      /^\*\*Your appeal must reach the tribunal by Monday 4 January 2027\*\*/,
    );
  });

  it('says once that the letter wins, also where the clock says it', () => {
    const clocks = smallFiles().get('clocks.yaml') ?? '';
    const noted = clocks.replace(
      '    late:',
      '    note: If your letter gives an earlier date, go by the letter.\n    late:',
    );
    const text = answer(
      pathway(
        {
          kind: 'complaint',
          counterparty: [],
          topic: 'tribunal',
          stage: 'none',
          council: null,
          dates: { decision: '2026-11-12' },
          cues: {},
        },
        { today: '2026-11-21', knowledge: smallKnowledge({ 'clocks.yaml': noted }) },
      ),
      { knowledge },
    );
    expect(text.match(/go by the letter/g)).toHaveLength(1);
  });

  it('does not say a step’s day twice', () => {
    expect(said('2026-11-12', '2026-11-21').match(/12 January 2027/g)).toHaveLength(2);
  });

  it('goes on in the order of a telephone screen', () => {
    const text = said('2026-11-12', '2026-11-21');
    const parts = [
      '**Your appeal',
      'This decision can',
      '1. **The mediation adviser.**',
      '2. **SENDIASS',
      'Talking does not',
      'If this does not work: Ask',
      '*From: [',
    ];
    expect(parts.map((part) => text.indexOf(part))).toEqual(
      parts.map((part) => text.indexOf(part)).sort((a, b) => a - b),
    );
    expect(parts.every((part) => text.includes(part))).toBe(true);
  });

  it('asks which council it is when none is named', () => {
    expect(said('2026-11-12', '2026-11-21', { council: null })).toContain(
      'Tell me which council you live under',
    );
  });
});
