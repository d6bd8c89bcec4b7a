/** One held-out answer: its scores, which of them was right, and how much it counts. */
export type Scored = { readonly scores: Float32Array; readonly right: number; readonly weight: number };

import { softmax } from '../model/softmax.ts';

/** The temperature at which the chances of the right answers are highest together (golden section). */
export function bestTemperature(held: readonly Scored[]): number {
  const loss = (temperature: number) =>
    held.reduce((sum, { scores, right, weight }) => {
      const chances = softmax(scores, 0, scores.length, temperature);
      return sum - weight * Math.log(Math.max(1e-9, chances[right] ?? 0));
    }, 0);
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = 0.2;
  let high = 5;
  for (let step = 0; step < 40; step++) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (loss(a) < loss(b)) high = b;
    else low = a;
  }
  return Number(((low + high) / 2).toFixed(4));
}
