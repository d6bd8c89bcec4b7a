import type { CaseState } from '../../handoff/case.ts';
import { fromRow } from '../../handoff/case-row.ts';
import type { StorageReads } from '../../storage/storage.ts';
import type { CaseLine, Queue } from './api.ts';
import { caseLine, type LineOptions } from './case-line.ts';
import type { Visit } from './visits.ts';

/** What has to be done next comes first: danger, then the family that has waited longest for an answer. */
function byTurn(one: CaseLine, other: CaseLine): number {
  const { MAX_VALUE } = Number;
  // One that is not opened yet comes after every family that waits, and before what is being dealt with.
  const turn = ({ owed, state }: CaseLine) =>
    owed !== null ? Date.parse(owed) : state === 'claimed' ? MAX_VALUE / 2 : MAX_VALUE;
  return Number(other.red) - Number(one.red) || turn(one) - turn(other);
}

/** Nobody works through more; the search finds the rest. */
const MOST = 200;
const WAITING: readonly CaseState[] = ['waiting', 'message-left'];
const IN_HAND: readonly CaseState[] = ['claimed', 'live', 'wrapping'];

/** The queues of one adviser, whose councils alone are looked at. */
export async function queueOf(
  tx: StorageReads,
  { ref, councils }: Visit,
  options: LineOptions & { readonly now: Date },
): Promise<Queue> {
  const read = async (states: readonly CaseState[], adviserId?: string) => {
    const who = adviserId === undefined ? {} : { adviserId };
    const rows = await tx.cases({ councils, states, order: 'queue', limit: MOST, ...who });
    return rows.map((row) => caseLine(fromRow(row).value, options));
  };
  const inHand = await read(IN_HAND);
  return {
    at: options.now.toISOString(),
    waiting: await read(WAITING),
    // By themselves: however many cases colleagues have, nobody's own are left out.
    mine: (await read(IN_HAND, ref.id)).sort(byTurn),
    colleagues: inHand.filter(({ adviser }) => adviser?.id !== ref.id),
  };
}
