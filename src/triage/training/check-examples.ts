import type { Example } from './example.ts';
import { alike, nearDuplicates, plainWords, sharedRuns } from './likeness.ts';

/** Words in a row that two examples may not share: longer runs are copying, not language. */
export const LONGEST_SHARED = 7;
/** Two examples with this share of words in common are one example. */
export const TOO_ALIKE = 0.7;
/** First words that many examples may open with alike, and how many may. */
export const OPENING = { words: 4, examples: 25 };

/** What is wrong with the examples taken together, a sentence each; empty when nothing is. */
export function checkExamples(examples: readonly Example[]): string[] {
  const texts = examples.map((example) => plainWords(example.text));
  return [...sameTexts(examples, texts), ...copies(examples, texts), ...phrases(texts), ...openings(texts)];
}

function sameTexts(examples: readonly Example[], texts: readonly string[][]): string[] {
  const seen = new Map<string, number>();
  return texts.flatMap((words, at) => {
    const key = words.join(' ');
    const earlier = seen.get(key);
    seen.set(key, at);
    return earlier === undefined ? [] : [`The same text twice: "${examples[at]?.text}"`];
  });
}

function copies(examples: readonly Example[], texts: readonly string[][]): string[] {
  return nearDuplicates(texts, TOO_ALIKE)
    .filter(([a, b]) => alike(texts[a] ?? [], texts[b] ?? []) < 1)
    .map(([a, b]) => `Nearly the same: "${examples[a]?.text}" and "${examples[b]?.text}"`);
}

function phrases(texts: readonly string[][]): string[] {
  return [...sharedRuns(texts, LONGEST_SHARED + 1)]
    .filter(([, places]) => places.size > 1)
    .map(([run, places]) => `${places.size} examples share "${run}"`);
}

function openings(texts: readonly string[][]): string[] {
  const count = new Map<string, number>();
  for (const words of texts) {
    if (words.length <= OPENING.words) continue;
    const opening = words.slice(0, OPENING.words).join(' ');
    count.set(opening, (count.get(opening) ?? 0) + 1);
  }
  return [...count]
    .filter(([, times]) => times > OPENING.examples)
    .map(([opening, times]) => `${times} examples open with "${opening}"`);
}
