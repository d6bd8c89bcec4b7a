/** How near a question is to the one way of asking, of all that a page lists, that is most like it. */

/** Terms of each ask. */
export type Asks = readonly ReadonlySet<string>[];

/** 0 (nothing in common) to 1 (the same words); rare words weigh more. */
export function nearestAsk(terms: ReadonlySet<string>, asks: Asks, weight: (term: string) => number): number {
  const whole = sum(terms, weight);
  let best = 0;
  for (const ask of asks) {
    const common = sum(
      [...ask].filter((term) => terms.has(term)),
      weight,
    );
    const size = Math.sqrt(whole * sum(ask, weight));
    if (size > 0) best = Math.max(best, common / size);
  }
  return best;
}

function sum(terms: Iterable<string>, weight: (term: string) => number): number {
  let total = 0;
  for (const term of terms) total += weight(term);
  return total;
}
