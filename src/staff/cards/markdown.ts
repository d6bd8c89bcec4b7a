/** Markdown as Teams reads it, written and taken away. */
const MARKS = /[\\`*_[\]<>#|~]/g;

/** Words that somebody else chose, for a place where Markdown is read. */
export function plainMarkdown(words: string): string {
  return words.replace(MARKS, (mark) => `\\${mark}`);
}

/** Without Markdown's marks and links: for `speak`. */
export function spoken(words: string): string {
  return words
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([\\`*_[\]<>#|~])/g, '$1')
    .replace(/\*\*|(?<!\w)[*_]|[*_](?!\w)/g, '')
    .trim();
}
