import type { DateKind } from '../../src/pathways/schema.ts';
import { dayInWords } from '../../src/shared/day-in-words.ts';
import { fill } from '../../src/shared/fill.ts';
import { answerMessages } from '../answer.ts';
import { dateKindNamed } from '../hearing/date-kind.ts';
import { hears } from '../hearing/phrases.ts';
import { plain, wordCount } from '../hearing/plain.ts';
import { MATTER_DIALOG, type MatterOptions } from '../matter-dialog.ts';
import { mindOf } from '../memory.ts';
import { reply } from '../reply.ts';
import type { Handler } from './handler.ts';

/** "the 12th of November 2026" has five words. */
export const LONGEST_DATE = 5;

/** Longer messages tell more than a date. */
const SHORT = 14;

/**
 * A date that is told outside any question: the certificate's, one that was still wanted, or one that puts
 * an earlier date right. It is said back in the answer that follows.
 */
export const takeDate: Handler = async (dc, { text, triage }, services) => {
  const { memory } = mindOf(dc.context);
  const { situation } = memory;
  const { wording, hearing } = services;
  const said = plain(text);
  if (wordCount(text) > SHORT) return false;
  if (situation === null) {
    const { date } = services.readDate(text, null);
    const bare = wordCount(text) <= LONGEST_DATE;
    const unsure = triage.confidence.topic < services.confidence.answer;
    if (date === null || !(bare || unsure) || dc.activeDialog !== undefined) return false;
    memory.looseDate = date;
    await dc.context.sendActivity(reply(fill(wording.dateAlone, { date: dayInWords(date) })));
    return true;
  }

  const named = dateKindNamed(said);
  const certificate = named === 'certificate';
  if (!certificate && dc.activeDialog !== undefined) return false;
  if (hears(said, hearing.wrongDate, hearing.fillers) && memory.reading !== null) {
    const options: MatterOptions = {
      triage: { ...memory.reading, decisionDate: null, dateDoubt: null },
      topic: situation.topic,
    };
    await dc.beginDialog(MATTER_DIALOG, options);
    return true;
  }
  const wanted = memory.wants ?? services.pathway(situation).wants;
  const kind = named ?? wanted ?? lastDate(situation.dates);
  const { date } = services.readDate(text, kind);
  const bare = wordCount(text) <= LONGEST_DATE;
  if (date === null || kind === null || (triage.kind === 'enquiry' && !bare)) return false;
  memory.situation = { ...situation, dates: { ...situation.dates, [kind]: date } };
  if (dc.activeDialog !== undefined) {
    await dc.context.sendActivity(reply(fill(wording.dateNoted, { date: dayInWords(date) })));
    await dc.repromptDialog();
    return true;
  }
  await dc.context.sendActivities(answerMessages(services, memory, { saidBack: true }));
  return true;
};

/** The date that the answer turned on: what a family most likely puts right. */
function lastDate(dates: Partial<Record<DateKind, string>>): DateKind | null {
  const kinds: readonly DateKind[] = [
    'decision',
    'act',
    'draft',
    'notice',
    'review',
    'request',
    'certificate',
  ];
  return kinds.find((kind) => dates[kind] !== undefined) ?? null;
}
