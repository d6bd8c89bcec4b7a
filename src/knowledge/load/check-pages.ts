import type { Report } from '../finding.ts';
import { ROLES } from '../schema/contact.ts';
import { webAddresses } from './links.ts';
import type { Parts } from './parts.ts';
import { placeholders } from './placeholders.ts';
import type { ReadPage } from './read-page.ts';

/** Checks every page's id, references, placeholders and links. */
export function checkPages(parts: Parts, report: Report): void {
  const bodies =
    parts.bodies === null ? null : new Map(parts.bodies.value.bodies.map((body) => [body.id, body]));
  const nationalLinks = new Set([...(bodies?.values() ?? [])].flatMap(({ web }) => web ?? []));
  const check = (id: string, page: ReadPage | null, own: ReadonlySet<string>, links: ReadonlySet<string>) => {
    if (page === null) return;
    const { value, file } = page;
    const say = (field: string, line: number, message: string, fix: string) =>
      report({ level: 'error', file, line, field, message, fix });
    const bodyLine = (at: number) => page.bodyLine + value.body.slice(0, at).split('\n').length - 1;
    if (value.id !== id) {
      say(
        'id',
        page.lineOf(['id']),
        `"${value.id}" is not the name of its file.`,
        `Write "${id}", or rename the file.`,
      );
    }
    if (value.reviewBy < value.reviewed) {
      say(
        'reviewBy',
        page.lineOf(['reviewBy']),
        'The next review is before the last one.',
        'Correct the dates.',
      );
    }
    value.seeAlso.forEach((other, index) => {
      if (parts.national.has(other) || own.has(other)) return;
      say(
        `seeAlso.${index}`,
        page.lineOf(['seeAlso', index]),
        `There is no page "${other}".`,
        'Correct the id.',
      );
    });
    for (const mark of placeholders(value.body)) {
      const known =
        (mark.kind === 'contact' && ROLES.some((role) => role === mark.name)) ||
        (mark.kind === 'body' && (bodies === null || bodies.has(mark.name)));
      if (known) continue;
      const fix = 'Write {{contact:ROLE}} or {{body:ID}} with a known role or id.';
      say('body', bodyLine(mark.at), `${mark.whole} is not known.`, fix);
    }
    const cited = new Set(value.sources.map(({ url }) => url));
    for (const { url, at } of webAddresses(value.body)) {
      if (cited.has(url) || links.has(url) || nationalLinks.has(url)) continue;
      say('body', bodyLine(at), `${url} is not among the sources.`, 'Add it to the sources, or correct it.');
    }
  };
  for (const [id, page] of parts.national) check(id, page, new Set(), new Set());
  for (const { council, pages } of parts.councils.values()) {
    const own = new Set(pages.keys());
    const contacts = Object.values(council?.value.contacts ?? {}).flat();
    const links = new Set(contacts.flatMap((contact) => contact?.web ?? []));
    for (const [id, page] of pages) check(id, page, own, links);
  }
}
