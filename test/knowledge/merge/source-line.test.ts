import { describe, expect, it } from 'vitest';
import { overdueLines, sourceLine } from '../../../src/knowledge/merge/source-line.ts';
import { smallKnowledge, source } from '../small-knowledge.ts';

const { answerWording } = smallKnowledge();

describe('the sources of an answer', () => {
  it('are named with their link and the day they were read', () => {
    expect(sourceLine([source('IPSEA')], answerWording)).toBe(
      '*From: [IPSEA](https://example.org/ipsea) (checked 21 November 2026)*',
    );
  });

  it('say a day once for all that were read on it', () => {
    const older = { ...source('Dudley'), read: '2026-03-02' };
    expect(sourceLine([source('A page'), older, source('B page')], answerWording)).toBe(
      '*From: [A page](https://example.org/a-page) · [B page](https://example.org/b-page) (checked 21 November 2026) · [Dudley](https://example.org/dudley) (checked 2 March 2026)*',
    );
  });

  it('say which page should have been checked again by now', () => {
    expect(overdueLines([{ title: 'Mediation', reviewBy: '2026-05-01' }], answerWording)[0]).toContain(
      '"Mediation" was due to be checked again by 1 May 2026',
    );
  });
});
