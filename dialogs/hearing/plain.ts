/** Lower case, no accents, no punctuation, single spaces: the form in which phrases are compared. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a plain text holds a plain phrase as whole words. */
export function holds(text: string, phrase: string): boolean {
  return ` ${text} `.includes(` ${phrase} `);
}

/** How many words a text has as it was typed: what tells a reply from a story. */
export function wordCount(text: string): number {
  return text.trim().split(/\s+/).length;
}
