import type { Case } from '../../handoff/case.ts';
import type { Desk } from '../../handoff/desk.ts';
import { keepEvents } from '../../handoff/keep-case.ts';
import { caseExport } from '../../handoff/records/case-export.ts';
import { sharedTalk } from '../../handoff/shared-talk.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { placeOf } from '../../knowledge/place-of.ts';
import { pathway } from '../../pathways/pathway.ts';
import { dayInEngland } from '../../shared/clock.ts';
import type { StorageReads, StorageWork, StoredActivity } from '../../storage/storage.ts';
import { deadlinesOf } from './case-sheet.ts';
import { historyOf, outcomeWords } from './history.ts';
import { understood } from './understood.ts';
import type { Visit } from './visits.ts';

/**
 * A case as a text file. That it was given out, and to whom, is written into its history first and in the
 * same transaction, so there is no copy that nobody knows of.
 *
 * @throws ProblemError CaseNotFound
 */
export async function exportCase(
  tx: StorageWork,
  { desk, knowledge, now }: { readonly desk: Desk; readonly knowledge: Knowledge; readonly now: Date },
  caseId: string,
  visit: Visit,
): Promise<{ readonly text: string; readonly of: Case }> {
  const { value: of } = await desk.read(tx, caseId, visit);
  const { situation } = of;
  const today = dayInEngland(now);
  const { id, name } = visit.ref;
  const event = { type: 'exported' as const, text: `to ${name}` };
  await keepEvents(tx, caseId, { type: 'adviser', id, name }, [event], now, null);
  const text = caseExport({
    case: of,
    activities: await allOf(tx, of),
    history: historyOf(await tx.caseEvents(caseId), knowledge, of.council),
    understood: situation === null ? [] : understood(situation, knowledge),
    deadlines: situation === null ? [] : deadlinesOf(pathway(situation, { today, knowledge }), today),
    outcomeOf: outcomeWords(knowledge, of.council),
    place: placeOf(knowledge, of.council),
    now,
  });
  return { text, of };
}

async function allOf(tx: StorageReads, of: Case): Promise<StoredActivity[]> {
  const all: StoredActivity[] = [];
  for (let rows = await sharedTalk(tx, of, 0); rows.length > 0; ) {
    all.push(...rows);
    rows = await sharedTalk(tx, of, all.at(-1)?.seq ?? 0);
  }
  return all;
}
