/** The few pieces of Markdown that are written by code. */

export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*[\]<>]/g, '\\$&');
}

/** A link whose address stays byte for byte as it was given. */
export function link(text: string, url: string): string {
  return /[()\s]/.test(url) ? `[${escapeMarkdown(text)}](<${url}>)` : `[${escapeMarkdown(text)}](${url})`;
}
