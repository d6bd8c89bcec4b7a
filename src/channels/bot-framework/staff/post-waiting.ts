import type { Case } from '../../../handoff/case.ts';
import { fromRow } from '../../../handoff/case-row.ts';
import type { Card } from '../../../staff/cards/card.ts';
import type { CaseDeps } from '../../../staff/cards/case-lines.ts';
import { channelCard } from '../../../staff/cards/channel-card.ts';
import type { StorageReads } from '../../../storage/storage.ts';

const MOST_POSTED = 20;

/** The name under which a case's message is kept in mind, so that the next one takes its place. */
export function caseMessage({ id }: Pick<Case, 'id'>): string {
  return `case-${id}`;
}

/** The cards of those who wait already when a channel is opened for a council's cases. */
export async function postWaiting(
  tx: StorageReads,
  council: string,
  deps: CaseDeps,
  now: Date,
): Promise<{ readonly card: Card; readonly name: string }[]> {
  const states = ['waiting', 'message-left'];
  const rows = await tx.cases({ councils: [council], states, order: 'queue', limit: MOST_POSTED });
  return rows.map((row) => {
    const { value } = fromRow(row);
    return { card: channelCard(value, deps, now), name: caseMessage(value) };
  });
}
