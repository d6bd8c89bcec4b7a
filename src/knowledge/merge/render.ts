/** Fills the placeholders of a text for the reader's council. */
import type { Knowledge } from '../knowledge.ts';
import { type Contact, Role } from '../schema/contact.ts';
import { bodyLine, contactLines, contactsFor } from './contacts.ts';

/** A placeholder that stands alone on its line, perhaps as a list item. */
const ALONE = /^[ \t]*(?:[-*][ \t]+)?\{\{\s*(contact|body)\s*:\s*([a-z0-9-]+)\s*\}\}[ \t]*$/gm;
const INSIDE = /\{\{\s*(contact|body)\s*:\s*([a-z0-9-]+)\s*\}\}/g;

/** The text with every contact written out: a list where the mark has a line of its own. */
export function render(text: string, knowledge: Knowledge, council: string | null): string {
  const lines = (kind: string, name: string): string[] =>
    kind === 'body' ? [bodyLine(knowledge, name)] : contactLines(knowledge, council, Role.parse(name));
  return text
    .replace(ALONE, (_, kind: string, name: string) =>
      lines(kind, name)
        .map((line) => `- ${line}`)
        .join('\n'),
    )
    .replace(INSIDE, (_, kind: string, name: string) => lines(kind, name).join(' '));
}

/** The contacts that a text shows to families of that council: what they say is cited too. */
export function contactsIn(text: string, knowledge: Knowledge, council: string | null): Contact[] {
  return [...text.matchAll(INSIDE)].flatMap(([, kind = '', name = '']) => {
    if (kind === 'contact') return contactsFor(knowledge, council, Role.parse(name));
    const body = knowledge.bodies.get(name);
    return body === undefined ? [] : [body];
  });
}
