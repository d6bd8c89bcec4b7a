import type { Case } from '../../handoff/case.ts';
import { answer } from '../../pathways/answer.ts';
import { dayToSay } from '../../pathways/deadline-line.ts';
import { daysBetween } from '../../pathways/next-deadline.ts';
import { pathway } from '../../pathways/pathway.ts';
import type { Pathway } from '../../pathways/schema.ts';
import type { IsoDate } from '../../shared/vocabulary.ts';
import type { StorageReads } from '../../storage/storage.ts';
import type { CaseSheet } from './api.ts';
import { caseLine, type LineOptions } from './case-line.ts';
import { historyOf } from './history.ts';
import { understood } from './understood.ts';

/** Everything about one case: read by its own keys, so it costs the same however many there are. */
export async function caseSheet(tx: StorageReads, of: Case, options: LineOptions): Promise<CaseSheet> {
  const { knowledge, today } = options;
  const { situation, status } = of;
  const found = situation === null ? null : pathway(situation, { today, knowledge });
  const history = historyOf(await tx.caseEvents(of.id), knowledge, of.council);
  return {
    ...caseLine(of, options),
    contact: of.contact,
    message: of.message,
    sharedAll: of.sharedAfter === 0,
    forgotten: status.state === 'abandoned' && status.why === 'forgotten',
    understood: situation === null ? [] : understood(situation, knowledge),
    pathway: found === null ? null : answer(found, { knowledge }),
    deadlines: found === null ? [] : deadlinesOf(found, today),
    history: history.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
    watermark: await tx.lastSeq(of.conversationId),
  };
}

/** The days of a pathway, as they are said on a given day. */
export function deadlinesOf({ deadlines }: Pathway, today: IsoDate): CaseSheet['deadlines'] {
  return deadlines.map((deadline) => {
    const date = dayToSay(deadline, today);
    const { label, counted, binds } = deadline;
    return { label, date, daysLeft: daysBetween(today, date), counted, binds };
  });
}
