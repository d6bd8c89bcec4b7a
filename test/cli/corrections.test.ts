import { describe, expect, it } from 'vitest';
import { correctionLines } from '../../src/cli/corrections.ts';

describe('signpost corrections', () => {
  it('says so when there are none', () => {
    expect(correctionLines([])).toEqual(['No reading has been put right by a family yet.']);
  });

  it('names the commonest first', () => {
    const lines = correctionLines([
      { label: 'kind', from: 'complaint', to: 'concern', count: 2 },
      { label: 'topic', from: 'sen-support', to: 'transport', count: 7 },
    ]);
    expect(lines).toEqual([
      '7\ttopic\tread as sen-support, is transport',
      '2\tkind\tread as complaint, is concern',
    ]);
  });
});
