import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MODEL_FILE, VECTORS_FILE } from '../../../src/triage/load-assets.ts';
import { readArtefact, writeArtefact } from '../../../src/triage/model/artefact.ts';

const bytes = new Uint8Array(readFileSync(MODEL_FILE));

test('a model that is read and written again is the same, byte for byte', () => {
  expect(Buffer.from(writeArtefact(readArtefact(bytes))).equals(bytes)).toBe(true);
});

test('a model cut short is refused', () => {
  expect(() => readArtefact(bytes.subarray(0, bytes.length - 8))).toThrow(/too short/);
});

test('the model and its vectors are small enough to commit', () => {
  expect(bytes.length + readFileSync(VECTORS_FILE).length).toBeLessThan(4_000_000);
});
