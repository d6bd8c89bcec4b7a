import { z } from 'zod';

const Header = z.strictObject({
  words: z.array(z.string()),
  dims: z.int().positive(),
  /** What one step of a stored number is worth, for each dimension. */
  steps: z.array(z.number()),
  from: z.array(z.string()),
});
export type VectorsHeader = z.infer<typeof Header>;

/** Word meanings: one row of small whole numbers for each word, and how much the word tells. */
export type Vectors = {
  readonly row: ReadonlyMap<string, number>;
  readonly dims: number;
  readonly values: Float32Array;
  /** Smooth inverse frequency of each row's word, 0 to 1. */
  readonly weights: Float32Array;
};

/** Reads `knowledge/triage/vectors.bin`. Throws when it is not such a file. */
export function readVectors(bytes: Uint8Array): Vectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const header = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))));
  const { words, dims, steps } = header;
  const stored = new Int8Array(bytes.buffer, bytes.byteOffset + 4 + length, words.length * dims);
  const weights = bytes.subarray(4 + length + stored.length);
  if (weights.length !== words.length) throw new Error('vectors.bin: the number of weights is wrong');
  return {
    row: new Map(words.map((word, index) => [word, index])),
    dims,
    values: Float32Array.from(stored, (value, at) => value * (steps[at % dims] ?? 0)),
    weights: Float32Array.from(weights, (value) => value / 255),
  };
}

export function writeVectors(header: VectorsHeader, values: Int8Array, weights: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const out = new Uint8Array(4 + head.length + values.length + weights.length);
  new DataView(out.buffer).setUint32(0, head.length, true);
  out.set(head, 4);
  out.set(new Uint8Array(values.buffer, values.byteOffset, values.length), 4 + head.length);
  out.set(weights, 4 + head.length + values.length);
  return out;
}

/** Row of a word, or of the word without a last s ("nobodys", "taxis"); -1 when neither is known. */
export function rowOf(vectors: Vectors, word: string): number {
  const row = vectors.row.get(word);
  if (row !== undefined || !word.endsWith('s')) return row ?? -1;
  return vectors.row.get(word.slice(0, -1)) ?? -1;
}
