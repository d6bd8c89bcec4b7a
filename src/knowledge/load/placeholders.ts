/** The marks that editors put into text: `{{contact:sendiass}}`, `{{body:lgsco}}`, `{date:appeal}`. */

export interface Placeholder {
  readonly whole: string;
  readonly kind: string;
  readonly name: string;
  /** Offset in the text. */
  readonly at: number;
}

const FILLED = /\{\{\s*([a-z]*)\s*:?\s*([^{}]*?)\s*\}\}|\{(date):([^{}]*)\}/g;

/** Every placeholder of a text, known or not, in order. */
export function placeholders(text: string): Placeholder[] {
  return [...text.matchAll(FILLED)].map((match) => ({
    whole: match[0],
    kind: match[1] ?? match[3] ?? '',
    name: (match[2] ?? match[4] ?? '').trim(),
    at: match.index,
  }));
}
