/** What families wrote, as cards: a message's own text would be read as Markdown or HTML by some clients. */
import { type Card, card, cardBytes, type Element, MOST_BYTES } from './card.ts';
import { asTyped, text } from './elements.ts';

/** The words stand on the card and in `speak`, and a letter takes up to four bytes. */
const LONGEST_PIECE = 2_500;

export interface SaidLine {
  readonly who: string;
  readonly words: string;
}

/** One message of a family; a very long one in several parts. What a locked telephone shows is only who wrote. */
export function familyCards(who: string, words: string): Card[] {
  return pieces(words).map((piece) => card(`${who}: ${piece}`, [label(who), ...asTyped(piece)], [], who));
}

/** What was said before, the latest as far as they fit; `cut` is said when the first do not. */
export function saidCard(title: string, cut: string, lines: readonly SaidLine[]): Card {
  for (let from = 0; ; from++) {
    const shown = lines.slice(from);
    const left = from === 0 ? [] : [text(cut, { isSubtle: true })];
    const said = shown.map(
      ({ who, words }): Element => ({
        type: 'Container',
        separator: true,
        items: [label(who), ...asTyped(words)],
      }),
    );
    const made = card(title, [text(title, { weight: 'bolder' }), ...left, ...said]);
    if (cardBytes(made) <= MOST_BYTES || shown.length === 0) return made;
  }
}

const label = (who: string) => text(who, { isSubtle: true, size: 'small', weight: 'bolder' });

/** Cut between letters, never within one. */
function pieces(words: string): string[] {
  const letters = [...words];
  const parts: string[] = [];
  for (let start = 0; start < letters.length; start += LONGEST_PIECE)
    parts.push(letters.slice(start, start + LONGEST_PIECE).join(''));
  return parts;
}
