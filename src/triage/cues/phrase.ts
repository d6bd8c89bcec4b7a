const GAP = '(?:[a-z0-9]+ ){0,4}';

/**
 * One phrase of `knowledge/triage/cues.yaml` as the source of a pattern over words that each end in
 * one space. Every repeat is bounded, so matching takes time in proportion to the message.
 */
export function phrasePattern(phrase: string): string {
  return phrase.trim().split(/ +/).map(itemPattern).join('');
}

function itemPattern(item: string): string {
  if (item === '..') return GAP;
  if (item.startsWith('?')) return `(?:${itemPattern(item.slice(1))})?`;
  return `(?:${item.split('/').map(wordPattern).join('|')}) `;
}

function wordPattern(word: string): string {
  if (word === '#') return '[0-9]+[a-z]*';
  if (!/^[a-z0-9]+\*?$/.test(word)) throw new Error(`cues.yaml: "${word}" is not a word`);
  return word.endsWith('*') ? `${word.slice(0, -1)}[a-z]*` : word;
}
