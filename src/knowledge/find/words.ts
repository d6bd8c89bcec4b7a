/** A text as plain lower-case words, and words without their endings. */

/** Letters and digits only; apostrophes join ("don't" is "dont"), everything else parts. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’‘`]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Takes off plurals and the commonest endings, so that "complaining" finds "complaint" no less than "complain". */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word.length === 4 ? word.replace(/([^s])s$/, '$1') : word;
  return word
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1')
    .replace(/(?<=.{4})(?:ing|ed|ly|t)$/, '')
    .replace(/e$/, '')
    .replace(/([bdglmnprt])\1$/, '$1');
}
