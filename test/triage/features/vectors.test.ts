import { expect, test } from 'vitest';
import { meaningOf, meaningSize } from '../../../src/triage/features/meaning.ts';
import { readVectors, writeVectors } from '../../../src/triage/features/vectors.ts';
import { loadVectors } from '../../../src/triage/load-assets.ts';

const header = { words: ['bus', 'taxi'], dims: 2, steps: [0.5, 0.1], from: ['a test'] };
const bytes = writeVectors(header, Int8Array.of(2, -10, 1, 0), Uint8Array.of(255, 0));

test('what is written is read', () => {
  const read = readVectors(bytes);
  expect([...read.values].map((value) => Number(value.toFixed(3)))).toEqual([1, -1, 0.5, 0]);
  expect([...read.weights]).toEqual([1, 0]);
  expect(read.row.get('taxi')).toBe(1);
});

test('a file cut short is refused', () => {
  expect(() => readVectors(bytes.subarray(0, bytes.length - 1))).toThrow(/weights/);
});

test('a word without a vector adds nothing to the meaning', () => {
  const vectors = readVectors(bytes);
  expect(meaningOf(vectors, Int32Array.of(0, -1))).toEqual(meaningOf(vectors, Int32Array.of(0)));
});

test('nothing said means nothing', () => {
  const vectors = readVectors(bytes);
  expect([...meaningOf(vectors, new Int32Array(0))]).toEqual(new Array(meaningSize(vectors)).fill(0));
});

test('the vectors that are kept put words of like meaning near each other', () => {
  const vectors = loadVectors();
  const vector = (word: string) => {
    const row = vectors.row.get(word) ?? -1;
    return vectors.values.subarray(row * vectors.dims, (row + 1) * vectors.dims);
  };
  const near = (a: string, b: string) => {
    const dot = (x: Float32Array, y: Float32Array) =>
      x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
    const [x, y] = [vector(a), vector(b)];
    return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
  };
  expect(near('teacher', 'school')).toBeGreaterThan(near('teacher', 'taxi'));
  expect(near('refused', 'rejected')).toBeGreaterThan(near('refused', 'lovely'));
});
