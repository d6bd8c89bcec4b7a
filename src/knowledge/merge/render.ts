/** Fills the placeholders of a text for the reader's council. */
import type { Knowledge } from '../knowledge.ts';
import { type Contact, Role } from '../schema/contact.ts';
import { bodyLine, contactLines, contactsFor } from './contacts.ts';

/** A placeholder that stands alone on its line, perhaps as a list item. */
const ALONE = /^[ \t]*([-*][ \t]+)?\{\{\s*(contact|body)\s*:\s*([a-z0-9-]+)\s*\}\}[ \t]*$/gm;
const INSIDE = /\{\{\s*(contact|body)\s*:\s*([a-z0-9-]+)\s*\}\}/g;

/**
 * The text with every contact written out: each a paragraph where the mark has a line of its own, or items
 * of the list in which it stands. A paragraph never runs into a list above it.
 */
export function render(text: string, knowledge: Knowledge, council: string | null): string {
  const lines = (kind: string, name: string): string[] =>
    kind === 'body' ? [bodyLine(knowledge, name)] : contactLines(knowledge, council, Role.parse(name));
  // A council's page and the national one may both give a contact: it is printed with the first.
  const given = new Set<string>();
  const fresh = (kind: string, name: string): string[] =>
    lines(kind, name).filter((line) => !given.has(line) && given.add(line));
  return text
    .replace(ALONE, (_, item: string | undefined, kind: string, name: string) =>
      item === undefined
        ? fresh(kind, name).join('\n\n')
        : fresh(kind, name)
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
