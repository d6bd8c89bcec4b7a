/** Rows of numbers for those places that have any: `index` gives a place's row plus one, or 0. */
export type Table = { readonly index: Uint32Array; readonly values: Float32Array };

/** Reads on from a place in a file; always by copy, so that no number need stand at a round address. */
export type Take = { bytes: (count: number) => Uint8Array; floats: (count: number) => Float32Array };

export function taker(all: Uint8Array, start: number): Take {
  let at = start;
  const bytes = (count: number) => {
    if (at + count > all.length) throw new Error('model.bin is too short');
    at += count;
    return Uint8Array.from(all.subarray(at - count, at));
  };
  return { bytes, floats: (count) => new Float32Array(bytes(count * 4).buffer) };
}

/** The places (uint32), then the rows. */
export function tableBytes({ index, values }: Table, width: number): Uint8Array[] {
  const places = new Uint32Array(values.length / width);
  index.forEach((row, place) => {
    if (row > 0) places[row - 1] = place;
  });
  return [new Uint8Array(places.buffer), ...rowBytes(values, width)];
}

/** `places` is how many places there are; by default up to the last that has a row. */
export function readTable(take: Take, rows: number, width: number, places?: number): Table {
  const used = new Uint32Array(take.bytes(rows * 4).buffer);
  const index = new Uint32Array(places ?? used.reduce((most, place) => Math.max(most, place + 1), 0));
  used.forEach((place, row) => {
    index[place] = row + 1;
  });
  return { index, values: readRows(take, rows, width) };
}

/** What one step is worth in each row (float32), then the steps (int8). */
export function rowBytes(values: Float32Array, width: number): Uint8Array[] {
  const rows = values.length / width;
  const worth = new Float32Array(rows);
  const steps = new Int8Array(values.length);
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * width, (row + 1) * width);
    const step = stepFor(own);
    worth[row] = step;
    own.forEach((value, at) => {
      steps[row * width + at] = Math.round(value / step);
    });
  }
  return [new Uint8Array(worth.buffer), new Uint8Array(steps.buffer)];
}

/**
 * A 127th of the largest number, in so few bits that 127 of it is exact: so what has been read is written
 * again just the same.
 */
function stepFor(row: Float32Array): number {
  const most = row.reduce((top, value) => Math.max(top, Math.abs(value)), 1e-6);
  const bits = new Uint32Array(Float32Array.of(most / 127).buffer);
  bits[0] = ((bits[0] as number) + 0x7f) & ~0x7f;
  return new Float32Array(bits.buffer)[0] as number;
}

export function readRows(take: Take, rows: number, width: number): Float32Array {
  const worth = take.floats(rows);
  const steps = new Int8Array(take.bytes(rows * width).buffer);
  return Float32Array.from(steps, (step, at) => step * (worth[Math.floor(at / width)] as number));
}
