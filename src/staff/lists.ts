import { fromRow } from '../handoff/case-row.ts';
import { type Asker, casesInTeams, currentOf, type StaffDeps } from './asker.ts';
import { MOST_LISTED, queueCard } from './cards/queue-card.ts';
import { type StaffReply, show } from './reply.ts';

/** More are counted no further. */
const MOST_COUNTED = 100;

/** Who waits in the councils of the person who asks, red first, then who has waited longest. */
export async function waitingList({ adviser }: Asker, deps: StaffDeps): Promise<StaffReply> {
  const { storage, words, clock } = deps;
  const { councils } = adviser;
  const rows = await storage.read((tx) =>
    tx.cases({ councils, states: ['waiting', 'message-left'], order: 'queue', limit: MOST_COUNTED }),
  );
  const listed = rows.slice(0, MOST_LISTED).map((row) => fromRow(row).value);
  const { title, empty } = words.queue;
  const options = {
    title,
    empty,
    more: rows.length - listed.length,
    verb: 'accept' as const,
    current: null,
  };
  return show(queueCard(listed, deps, options, clock.now()));
}

/** Their own cases, with the one that plain words go to. */
export async function ownList(asker: Asker, chosen: string | null, deps: StaffDeps): Promise<StaffReply> {
  const { storage, words, clock } = deps;
  const mine = await storage.read((tx) => casesInTeams(tx, asker.adviser, ['claimed', 'live', 'wrapping']));
  const talks = mine.filter(({ status }) => status.state !== 'wrapping');
  const listed = mine.slice(0, MOST_LISTED);
  const options = {
    title: words.queue.mineTitle,
    empty: words.queue.mineEmpty,
    more: mine.length - listed.length,
    verb: 'pick' as const,
    current: currentOf(talks, chosen)?.id ?? null,
  };
  return show(queueCard(listed, deps, options, clock.now()));
}
