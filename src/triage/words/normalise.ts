/** Longest message read; the head, the middle and the tail of a longer one are kept. */
export const LONGEST = 12_000;

const CONTROL = /\p{Cc}+/gu;
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cs}\p{M}]+/gu;

/**
 * The message as plain letters: compatibility forms folded (NFKD), accents, zero-width, bidi and tag
 * characters gone, one kind of quote and dash. Hidden text must never be read as the parent's words.
 */
export function normalise(text: string): string {
  const folded = keepEnds(text).normalize('NFKD').replace(INVISIBLE, '');
  return keepEnds(
    folded
      .replace(/[‘’ʼ`´]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/[‐-―]/g, '-')
      .replace(/\r\n?|\n/g, '\n')
      .replace(CONTROL, (run) => (run.includes('\n') ? '\n' : ' ')),
  );
}

function keepEnds(text: string): string {
  if (text.length <= LONGEST) return text;
  const part = Math.floor(LONGEST / 3) - 1;
  const middle = Math.floor(text.length / 2 - part / 2);
  return [text.slice(0, part), text.slice(middle, middle + part), text.slice(-part)].join('\n');
}
