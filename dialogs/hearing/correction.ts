import type { Taxonomy } from '../../src/knowledge/schema/taxonomy.ts';
import { COUNTERPARTIES, type Counterparty, type Kind } from '../../src/shared/vocabulary.ts';
import type { Hearing } from './phrases.ts';
import { holds, plain } from './plain.ts';

export type Correction =
  | { readonly label: 'kind'; readonly to: Kind }
  | { readonly label: 'counterparty'; readonly to: Counterparty };

/** Longer messages tell a story; a correction is short. */
const MOST_WORDS = 14;

/**
 * "No, it's the school", "it's not a complaint": what the family puts right, or null. Only asked when
 * something has been said back that could be wrong.
 */
export function hearCorrection(text: string, hearing: Hearing, taxonomy: Taxonomy): Correction | null {
  const said = plain(text);
  if (said.split(' ').length > MOST_WORDS) return null;
  for (const kind of ['concern', 'complaint', 'enquiry'] as const) {
    if (hearing.correction[kind].some((phrase) => holds(said, phrase))) return { label: 'kind', to: kind };
  }
  const opens = hearing.correction.openings.some(
    (opening) => said === opening || said.startsWith(`${opening} `),
  );
  const to = opens ? hearCounterparty(said, taxonomy) : null;
  return to === null ? null : { label: 'counterparty', to };
}

const DENIED = /\bnot (?:about )?(?:the |my |our |his |her |their )?$/;

/**
 * The body that a plain text names and does not deny. The longest name is heard first: "the school nurse"
 * works for the NHS, and "the council not the school" is the council.
 */
export function hearCounterparty(said: string, taxonomy: Taxonomy): Counterparty | null {
  const names = COUNTERPARTIES.flatMap((id) => {
    const { name, button, aliases } = taxonomy.counterparties[id];
    return [name, button, ...aliases].map((one) => ({ id, name: plain(one) }));
  }).sort((a, b) => b.name.length - a.name.length);
  let rest = ` ${said} `;
  for (const { id, name } of names) {
    const at = rest.indexOf(` ${name} `);
    if (at === -1) continue;
    if (!DENIED.test(rest.slice(0, at + 1))) return id;
    rest = `${rest.slice(0, at)} ${rest.slice(at + name.length + 1)}`;
  }
  return null;
}
