import { plain } from './plain.ts';

/** Something with a name that a family may say. */
export type Named<T> = { readonly id: T; readonly name: string };

const DENIED = /\bnot (?:about )?(?:the |my |our |his |her |their )?$/;

/** The names in the form in which they are compared, the longest first. */
export function longestFirst<T>(names: readonly Named<T>[]): Named<T>[] {
  return names
    .map(({ id, name }) => ({ id, name: plain(name) }))
    .sort((a, b) => b.name.length - a.name.length);
}

/**
 * What a plain text names and does not deny. The longest name is heard first: "the school nurse" works for
 * the NHS, and "the council not the school" is the council. `names` as `longestFirst` gives them.
 */
export function hearNamed<T>(said: string, names: readonly Named<T>[]): T | null {
  let rest = ` ${said} `;
  for (const { id, name } of names) {
    const at = rest.indexOf(` ${name} `);
    if (at === -1) continue;
    if (!DENIED.test(rest.slice(0, at + 1))) return id;
    rest = `${rest.slice(0, at)} ${rest.slice(at + name.length + 1)}`;
  }
  return null;
}
