import type { Taxonomy } from '../../src/knowledge/schema/taxonomy.ts';
import { COUNTERPARTIES, type Counterparty, type Kind } from '../../src/shared/vocabulary.ts';
import type { Hearing } from './phrases.ts';
import { holds, plain } from './plain.ts';

export type Correction =
  | { readonly label: 'kind'; readonly to: Kind }
  | { readonly label: 'counterparty'; readonly to: Counterparty }
  | { readonly label: 'counterparty'; readonly not: Counterparty };

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
  if (!hearing.correction.openings.some((opening) => said === opening || said.startsWith(`${opening} `)))
    return null;
  const named = COUNTERPARTIES.map((id) => ({ id, how: mention(said, taxonomy.counterparties[id].aliases) }));
  const to = named.find(({ how }) => how === 'named');
  if (to !== undefined) return { label: 'counterparty', to: to.id };
  const not = named.find(({ how }) => how === 'denied');
  return not === undefined ? null : { label: 'counterparty', not: not.id };
}

function mention(said: string, aliases: readonly string[]): 'named' | 'denied' | null {
  for (const alias of aliases.map(plain)) {
    for (const form of [
      alias,
      `the ${alias}`,
      `my ${alias}`,
      `our ${alias}`,
      `his ${alias}`,
      `her ${alias}`,
    ]) {
      if (holds(said, `not ${form}`) || holds(said, `not about ${form}`)) return 'denied';
    }
    if (holds(said, alias)) return 'named';
  }
  return null;
}
