import Fuse from 'fuse.js';

const SHORTEST = 4;
const LONGEST = 20;
/** Repairs kept; beyond it the oldest are forgotten, so that nobody can fill the memory with nonsense. */
const REMEMBERED = 2_000;

/**
 * Repairs misspelt words against the words of the pages, and no others: a word that no page uses
 * cannot help to find one. Only words of the same first letter and nearly the same length are tried.
 */
export function createRepair(vocabulary: ReadonlySet<string>): (word: string) => string | null {
  const byStart = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) continue;
    const key = startOf(word, word.length);
    byStart.set(key, [...(byStart.get(key) ?? []), word]);
  }
  const fuses = new Map<string, Fuse<string>>();
  const known = new Map<string, string | null>();
  const nearest = (word: string): string | null => {
    let best: { word: string; score: number } | null = null;
    for (const length of [word.length, word.length - 1, word.length + 1]) {
      const key = startOf(word, length);
      const fuse = fuses.get(key) ?? new Fuse(byStart.get(key) ?? [], OPTIONS);
      fuses.set(key, fuse);
      const [hit] = fuse.search(word, { limit: 1 });
      const score = hit?.score ?? 1;
      if (hit !== undefined && score < (best?.score ?? 1)) best = { word: hit.item, score };
    }
    return best?.word ?? null;
  };
  return (word) => {
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return null;
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = nearest(word);
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value ?? '');
    known.set(word, found);
    return found;
  };
}

const OPTIONS = { includeScore: true, ignoreLocation: true, threshold: 0.34, minMatchCharLength: 2 };

function startOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}
