import type { DateKind, Situation } from '../../src/pathways/schema.ts';
import { dayInWords } from '../../src/shared/day-in-words.ts';
import { fill } from '../../src/shared/fill.ts';
import type { Triage } from '../../src/triage/schema.ts';
import { answerMessages } from '../answer.ts';
import { dateKindNamed, namesCertificate, namesLetter } from '../hearing/date-kind.ts';
import { isDayAlone, isInPassing } from '../hearing/day-told.ts';
import { hears } from '../hearing/phrases.ts';
import { plain, wordCount } from '../hearing/plain.ts';
import { MATTER_DIALOG, type MatterOptions } from '../matter-dialog.ts';
import { mindOf } from '../memory.ts';
import { reply } from '../reply.ts';
import type { Services } from '../services.ts';
import { withDate } from '../situation.ts';
import type { Handler } from './handler.ts';
import { askWhichDay, whoseDay } from './which-day.ts';

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
    if (namesCertificate(text) || isInPassing(text)) return false;
    const { date } = services.readDate(text, null);
    const bare = wordCount(text) <= LONGEST_DATE;
    const unsure = triage.confidence.topic < services.confidence.answer;
    if (date === null || !(bare || unsure) || dc.activeDialog !== undefined) return false;
    // The day it came is not the day on it, and a decision that was told with its day is a whole matter.
    if (services.readDate(text, 'decision').doubt === 'vague') return false;
    const [topic] = triage.topics;
    const appealable = topic !== undefined && services.knowledge().taxonomy.topics[topic].appealable;
    if (appealable && !unsure && !isDayAlone(text)) return false;
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
  const whose = kind === 'decision' && !namesLetter(text) ? whoseDay(date, memory, services) : kind;
  if (whose === 'ask') {
    await askWhichDay(dc, date, services);
    return true;
  }
  const letter = certificate ? services.readDate(text, 'decision').date : null;
  // The question that is open takes the letter's date; the certificate's has been noted.
  if (letter !== null && dc.activeDialog !== undefined) return false;
  // With its own letter and a matter that is plainly another, it opens that one.
  if (letter !== null && tellsOfAnother(triage, situation, services)) return false;
  const known = letter === null ? situation : withDate(situation, 'decision', letter);
  memory.situation = withDate(known, whose, date);
  memory.looseCertificate = null;
  if (dc.activeDialog !== undefined) {
    await dc.context.sendActivity(reply(fill(wording.dateNoted, { date: dayInWords(date) })));
    await dc.repromptDialog();
    return true;
  }
  await dc.context.sendActivities(answerMessages(services, memory, { saidBack: true }));
  return true;
};

/** What mediation and the tribunal are about is the matter in hand. */
function tellsOfAnother(triage: Triage, { topic }: Situation, { confidence }: Services): boolean {
  const [told] = triage.topics;
  return (
    triage.confidence.topic >= confidence.answer &&
    told !== topic &&
    told !== 'mediation' &&
    told !== 'tribunal'
  );
}

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
