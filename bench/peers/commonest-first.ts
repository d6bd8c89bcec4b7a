/** The labels there are, those that most examples have first. */
export function commonestFirst<T extends string>(labels: Iterable<T>): T[] {
  const count = new Map<T, number>();
  for (const label of labels) count.set(label, (count.get(label) ?? 0) + 1);
  return [...count].sort(([, a], [, b]) => b - a).map(([label]) => label);
}
