/**
 * The `keep` directions along which rows differ most (PCA), by subspace iteration from a fixed start,
 * so that the same rows always give the same axes. `rows` are centred in place.
 */
export function principalAxes(rows: Float64Array[], keep: number, rounds = 40): Float64Array[] {
  const dims = rows[0]?.length ?? 0;
  centre(rows, dims);
  const spread = covariance(rows, dims);
  let axes = orthonormal(Array.from({ length: keep }, (_, k) => start(dims, k)));
  for (let round = 0; round < rounds; round++) {
    axes = orthonormal(axes.map((axis) => Float64Array.from(spread, (row) => dot(row, axis))));
  }
  return axes;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function centre(rows: Float64Array[], dims: number): void {
  const mean = new Float64Array(dims);
  for (const row of rows)
    for (let i = 0; i < dims; i++) mean[i] = (mean[i] ?? 0) + (row[i] ?? 0) / rows.length;
  for (const row of rows) for (let i = 0; i < dims; i++) row[i] = (row[i] ?? 0) - (mean[i] ?? 0);
}

function covariance(rows: Float64Array[], dims: number): Float64Array[] {
  const result = Array.from({ length: dims }, () => new Float64Array(dims));
  for (const row of rows) {
    for (let i = 0; i < dims; i++) {
      const line = result[i] ?? new Float64Array(dims);
      const value = row[i] ?? 0;
      for (let j = 0; j < dims; j++) line[j] = (line[j] ?? 0) + value * (row[j] ?? 0);
    }
  }
  return result;
}

function start(dims: number, k: number): Float64Array {
  return Float64Array.from({ length: dims }, (_, i) => Math.sin(1 + i * 12.9898 + k * 78.233));
}

function orthonormal(axes: Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const axis of axes) {
    const left = Float64Array.from(axis);
    for (const other of done) {
      const along = dot(left, other);
      for (let i = 0; i < left.length; i++) left[i] = (left[i] ?? 0) - along * (other[i] ?? 0);
    }
    const length = Math.sqrt(dot(left, left)) || 1;
    done.push(left.map((value) => value / length));
  }
  return done;
}
