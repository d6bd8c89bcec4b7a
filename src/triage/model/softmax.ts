/** Scores to chances that sum to 1, for `size` of them from `from`; a higher temperature is less sure. */
export function softmax(scores: Float32Array, from = 0, size = scores.length, temperature = 1): Float32Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < size; i++) top = Math.max(top, scores[from + i] as number);
  const chances = new Float32Array(size);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const value = Math.exp(((scores[from + i] as number) - top) / temperature);
    chances[i] = value;
    sum += value;
  }
  for (let i = 0; i < size; i++) chances[i] = (chances[i] as number) / sum;
  return chances;
}

export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
