import type { Knowledge } from '../knowledge.ts';

/** Telephone numbers written into a text that belong to no contact: nobody would correct them there. */
export function looseNumbers(text: string, knowledge: Knowledge): { number: string; at: number }[] {
  const contacts = [
    ...knowledge.bodies.values(),
    ...[...knowledge.councils.values()].flatMap(({ contacts: own }) => Object.values(own).flat()),
  ];
  const known = new Set(
    contacts.flatMap((contact) => contact?.phones.map(({ number }) => digits(number)) ?? []),
  );
  return [...text.matchAll(/(?<![\w/])0\d[\d ]{7,}\d/g)]
    .filter(([number]) => !known.has(digits(number)))
    .map((match) => ({ number: match[0], at: match.index }));
}

function digits(number: string): string {
  return number.replace(/,.*| ext.*/, '').replace(/\D/g, '');
}
