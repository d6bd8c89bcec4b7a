import { expect, test } from 'vitest';
import { HEADS, OUTPUTS } from '../../../src/triage/model/heads.ts';
import { loadExpectedShares, shiftTo } from '../../../src/triage/training/expected-shares.ts';
import { LABEL_SPANS } from '../../../src/triage/training/samples.ts';

/** One example that is a little of everything, as much of one answer as of another. */
const even = () => {
  const target = new Float32Array(OUTPUTS);
  for (const { from, size } of LABEL_SPANS) target.fill(1 / size, from, from + size);
  const grams = { slots: new Uint32Array(0), values: new Float32Array(0) };
  return { grams, rows: new Int32Array(0), target, counts: Float32Array.of(1, 1, 1) };
};
const expected = loadExpectedShares();

test('every answer has an expected share', () => {
  expect([...shiftTo(expected, [even()], LABEL_SPANS)].every(Number.isFinite)).toBe(true);
});

test('full trust moves even chances to the shares themselves', () => {
  const kind = { trust: 1, shares: { concern: 1, complaint: 2, enquiry: 1 } };
  const shift = shiftTo({ ...expected, kind }, [even()], LABEL_SPANS);
  const moved = [...shift.subarray(HEADS.kind.from, HEADS.kind.size)].map((gain) => Math.exp(gain) / 3);
  expect(moved.map((chance) => Number(chance.toFixed(4)))).toEqual([0.25, 0.5, 0.25]);
});

test('no trust moves nothing', () => {
  const kind = { ...expected.kind, trust: 0 };
  const shift = shiftTo({ ...expected, kind }, [even()], LABEL_SPANS);
  expect([...shift.subarray(HEADS.kind.from, HEADS.kind.size)].every((gain) => gain === 0)).toBe(true);
});
