const END = /[.!?\n;]+/;
const MOST_SENTENCES = 120;
const MOST_WINDOWS = 40;
const LONG = 30;
const PIECE = 20;
const FEWEST_WORDS = 3;

/** The sentences of a normalised message, none of them empty; the last takes what is too many. */
export function sentences(normalised: string): string[] {
  const parts = normalised.split(END).map((part) => part.trim());
  const found = parts.filter((part) => part !== '');
  if (found.length <= MOST_SENTENCES) return found;
  const joined = found.slice(MOST_SENTENCES - 1).join(' ');
  return [...found.slice(0, MOST_SENTENCES - 1), joined];
}

/**
 * The parts of a message in which a cry for help could stand among ordinary matters: every sentence
 * and every two neighbours, or overlapping pieces of equal length where sentences are very long or very
 * many. Empty when the whole message is the only part.
 */
export function windows(normalised: string): string[] {
  const found = sentences(normalised);
  const natural = found.every((sentence) => countWords(sentence) <= LONG);
  if (!natural || 2 * found.length > MOST_WINDOWS) return pieces(normalised);
  if (found.length < 2) return [];
  const single = found.filter((sentence) => countWords(sentence) >= FEWEST_WORDS);
  if (found.length === 2) return single;
  return [...single, ...found.slice(1).map((sentence, before) => `${found[before]}. ${sentence}`)];
}

function pieces(text: string): string[] {
  const words = text.split(/\s+/);
  const length = Math.max(PIECE, Math.ceil((2 * words.length) / MOST_WINDOWS));
  const cut: string[] = [];
  for (let at = 0; at + length / 2 < words.length; at += Math.ceil(length / 2)) {
    cut.push(words.slice(at, at + length).join(' '));
  }
  return cut.length > 1 ? cut : [];
}

function countWords(text: string): number {
  return text.split(' ').length;
}
