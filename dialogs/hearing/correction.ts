import type { Taxonomy } from '../../src/knowledge/schema/taxonomy.ts';
import { COUNTERPARTIES, type Counterparty, type Kind, type Topic } from '../../src/shared/vocabulary.ts';
import { hearNamed, longestFirst, type Named } from './named.ts';
import { type Hearing, leftOver } from './phrases.ts';
import { holds, plain } from './plain.ts';
import { hearTopic } from './topic.ts';

export type Correction =
  | { readonly label: 'kind'; readonly to: Kind }
  | { readonly label: 'counterparty'; readonly to: Counterparty }
  | { readonly label: 'topic'; readonly to: Topic };

/** "It's the school that won't do his speech therapy" tells something new: a correction says nothing else. */
const MOST_LEFT_OVER = 2;

/**
 * "No, it's the school", "it's not a complaint", "no, it's about transport": what the family puts right, or
 * null. Only asked when something has been said back that could be wrong.
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
  const topic = hearTopic(said, hearing, taxonomy);
  if (topic !== null) return { label: 'topic', to: topic };
  const names = namesOf(taxonomy).map(({ name }) => name);
  if (leftOver(said, [...names, ...openings], hearing.fillers) > MOST_LEFT_OVER) return null;
  const to = hearCounterparty(said, taxonomy);
  return to === null ? null : { label: 'counterparty', to };
}

/** The body that a plain text names and does not deny. */
export function hearCounterparty(said: string, taxonomy: Taxonomy): Counterparty | null {
  return hearNamed(said, namesOf(taxonomy));
}

function namesOf(taxonomy: Taxonomy): Named<Counterparty>[] {
  return longestFirst(
    COUNTERPARTIES.flatMap((id) => {
      const { name, button, aliases } = taxonomy.counterparties[id];
      return [name, button, ...aliases].map((one) => ({ id, name: one }));
    }),
  );
}
