/** How many places there are for n-grams; two that share one are rare and do little harm. */
export const SLOTS = 1 << 18;

/** Which n-grams a message has, and how strongly; the strengths together have length 1. */
export type Ngrams = { readonly slots: Uint32Array; readonly values: Float32Array };

const STRENGTH = { word: 1, pair: 0.7, triple: 0.4, piece: 0.35, sign: 1.5, signs: 0.7 };
const SHORTEST_PIECED = 4;
const PIECE = 4;

const BASIS = 2166136261;
const PRIME = 16777619;
const EDGE = BASIS ^ 94;
const PIECE_BASIS = Math.imul(BASIS ^ 126, PRIME);

/** Words, pairs, triples and, against typing errors, pieces of words; then signs, each and two by two. */
export function ngrams(tokens: readonly string[], signs: readonly string[] = []): Ngrams {
  const found = new Map<number, number>();
  let before = EDGE;
  let first = 0;
  for (const token of tokens) {
    const word = hash(token);
    keep(found, word, STRENGTH.word);
    if (token.length >= SHORTEST_PIECED) keepPieces(found, token);
    keep(found, join(before, word), STRENGTH.pair);
    if (first !== 0) keep(found, join(join(first, before), word), STRENGTH.triple);
    first = before;
    before = word;
  }
  keep(found, join(before, EDGE), STRENGTH.pair);
  if (first !== 0) keep(found, join(join(first, before), EDGE), STRENGTH.triple);
  for (const [place, sign] of signs.entries()) {
    const one = hash(`!${sign}`);
    keep(found, one, STRENGTH.sign);
    for (const other of signs.slice(place + 1)) keep(found, join(one, hash(`!${other}`)), STRENGTH.signs);
  }
  return level(found);
}

function keep(found: Map<number, number>, hashed: number, strength: number): void {
  const slot = ((hashed >>> 15) ^ hashed) & (SLOTS - 1);
  const known = found.get(slot);
  if (known === undefined || known < strength) found.set(slot, strength);
}

/** Every run of four letters, the word's two ends counting as letters. */
function keepPieces(found: Map<number, number>, word: string): void {
  for (let at = -1; at + PIECE <= word.length + 1; at++) {
    let h = PIECE_BASIS;
    for (let i = at; i < at + PIECE; i++) {
      const letter = i < 0 ? 60 : i === word.length ? 62 : word.charCodeAt(i);
      h = Math.imul(h ^ letter, PRIME);
    }
    keep(found, h, STRENGTH.piece);
  }
}

/** FNV-1a. */
function hash(word: string): number {
  let h = BASIS;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), PRIME);
  return h;
}

function join(a: number, b: number): number {
  return Math.imul(Math.imul(a, 31) ^ (b >>> 7) ^ b, PRIME);
}

function level(found: ReadonlyMap<number, number>): Ngrams {
  const slots = new Uint32Array(found.size);
  const values = new Float32Array(found.size);
  let squares = 0;
  for (const strength of found.values()) squares += strength * strength;
  const length = Math.sqrt(squares) || 1;
  let at = 0;
  for (const [slot, strength] of found) {
    slots[at] = slot;
    values[at] = strength / length;
    at++;
  }
  return { slots, values };
}
