import type { Taxonomy } from '../../src/knowledge/schema/taxonomy.ts';
import { COUNTERPARTIES, type Counterparty, type Kind } from '../../src/shared/vocabulary.ts';
import { type Hearing, leftOver } from './phrases.ts';
import { holds, plain } from './plain.ts';

export type Correction =
  | { readonly label: 'kind'; readonly to: Kind }
  | { readonly label: 'counterparty'; readonly to: Counterparty };

/** "It's the school that won't do his speech therapy" tells something new: a correction says nothing else. */
const MOST_LEFT_OVER = 2;

/**
 * "No, it's the school", "it's not a complaint": what the family puts right, or null. Only asked when
 * something has been said back that could be wrong.
 */
export function hearCorrection(text: string, hearing: Hearing, taxonomy: Taxonomy): Correction | null {
  const said = plain(text);
  const { openings } = hearing.correction;
  for (const kind of ['concern', 'complaint', 'enquiry'] as const) {
    const phrase = hearing.correction[kind].find((one) => holds(said, one));
    if (phrase !== undefined && leftOver(said, [phrase, ...openings], hearing.fillers) <= MOST_LEFT_OVER) {
      return { label: 'kind', to: kind };
    }
  }
  if (!openings.some((opening) => said === opening || said.startsWith(`${opening} `))) return null;
  const names = namesOf(taxonomy).map(({ name }) => name);
  if (leftOver(said, [...names, ...openings], hearing.fillers) > MOST_LEFT_OVER) return null;
  const to = hearCounterparty(said, taxonomy);
  return to === null ? null : { label: 'counterparty', to };
}

const DENIED = /\bnot (?:about )?(?:the |my |our |his |her |their )?$/;

/**
 * The body that a plain text names and does not deny. The longest name is heard first: "the school nurse"
 * works for the NHS, and "the council not the school" is the council.
 */
export function hearCounterparty(said: string, taxonomy: Taxonomy): Counterparty | null {
  let rest = ` ${said} `;
  for (const { id, name } of namesOf(taxonomy)) {
    const at = rest.indexOf(` ${name} `);
    if (at === -1) continue;
    if (!DENIED.test(rest.slice(0, at + 1))) return id;
    rest = `${rest.slice(0, at)} ${rest.slice(at + name.length + 1)}`;
  }
  return null;
}

/** What each body is called, the longest name first. */
function namesOf(taxonomy: Taxonomy): { id: Counterparty; name: string }[] {
  return COUNTERPARTIES.flatMap((id) => {
    const { name, button, aliases } = taxonomy.counterparties[id];
    return [name, button, ...aliases].map((one) => ({ id, name: plain(one) }));
  }).sort((a, b) => b.name.length - a.name.length);
}
