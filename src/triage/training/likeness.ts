/** Words of a text, for telling whether two texts are copies: case, marks and numbers do not matter. */
export function plainWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/['’]/g, '')
      .replaceAll(/[0-9]+/g, '#')
      .match(/[a-z#]+/g) ?? []
  );
}

/** Every run of `length` words of each text, with the texts (by place) that have it. */
export function sharedRuns(texts: readonly string[][], length: number): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  texts.forEach((words, at) => {
    for (let i = 0; i + length <= words.length; i++) {
      const run = words.slice(i, i + length).join(' ');
      const places = found.get(run) ?? new Set<number>();
      found.set(run, places.add(at));
    }
  });
  return found;
}

/** Of the words of both texts, the share that both have: 0 for nothing alike, 1 for the same words. */
export function alike(a: readonly string[], b: readonly string[]): number {
  const first = new Set(a);
  const second = new Set(b);
  if (first.size + second.size === 0) return 1;
  let both = 0;
  for (const word of first) if (second.has(word)) both++;
  return both / (first.size + second.size - both);
}

/** Pairs of places of texts that are nearly the same. Texts with no three words running alike never are. */
export function nearDuplicates(texts: readonly string[][], line: number): [number, number][] {
  const seen = new Set<string>();
  const pairs: [number, number][] = [];
  for (const places of sharedRuns(texts, 3).values()) {
    if (places.size < 2 || places.size > 60) continue;
    const list = [...places].sort((a, b) => a - b);
    for (const [i, a] of list.entries()) {
      for (const b of list.slice(i + 1)) {
        const key = `${a} ${b}`;
        if (seen.has(key)) continue;
        seen.add(key);
        if (alike(texts[a] ?? [], texts[b] ?? []) >= line) pairs.push([a, b]);
      }
    }
  }
  return pairs;
}
