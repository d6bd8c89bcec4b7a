import { dayInWords } from '../../src/shared/day-in-words.ts';
import { fill } from '../../src/shared/fill.ts';
import type { IsoDate } from '../../src/shared/vocabulary.ts';
import { answerMessages } from '../answer.ts';
import { namesCertificate, namesLetter } from '../hearing/date-kind.ts';
import { hears } from '../hearing/phrases.ts';
import { plain } from '../hearing/plain.ts';
import { laterKinds } from '../later-end.ts';
import { type Memory, mindOf } from '../memory.ts';
import { reply } from '../reply.ts';
import type { Services } from '../services.ts';
import { withDate } from '../situation.ts';
import type { Handler } from './handler.ts';

/** Takes "the certificate" or "the letter" for the day of which it was asked whose it is. */
export const takeWhichDay: Handler = async (dc, { text }, services) => {
  const { memory } = mindOf(dc.context);
  const { whichDay: date, situation } = memory;
  memory.whichDay = null;
  if (date === null || situation === null || dc.activeDialog !== undefined) return false;
  const said = text.replace(/\b(?:not|isn'?t|wasn'?t) (?:on )?(?:the |my |our )?\w+/gi, '');
  const certificate = namesCertificate(said);
  const unknown = hears(plain(text), services.hearing.unknownDate, services.hearing.fillers);
  if (!unknown && certificate === namesLetter(said)) return false;
  const kind = certificate ? 'certificate' : 'decision';
  // Who cannot say hears again what was counted without that day.
  if (!unknown) memory.situation = withDate(situation, kind, date);
  await dc.context.sendActivities(answerMessages(services, memory, { saidBack: true }));
  return true;
};

/**
 * Whose a bare day is that would be taken for the letter's. Two months from a certificate's day are a month too
 * many, so after talk of a certificate a later day than the letter's is never taken for the letter's unasked.
 */
export function whoseDay(
  date: IsoDate,
  memory: Memory,
  services: Services,
): 'decision' | 'certificate' | 'ask' {
  const { situation, spokeOfCertificate: spoken } = memory;
  if (situation === null) return 'decision';
  const { decision, certificate } = situation.dates;
  if (certificate === date) return 'certificate';
  if (decision === undefined) return spoken && certificate === undefined ? 'ask' : 'decision';
  if (date <= decision) return 'decision';
  if (spoken) return certificate === undefined ? 'certificate' : 'ask';
  const pathway = services.pathway({ ...situation, council: memory.council });
  return laterKinds(pathway, services).includes('certificate') ? 'ask' : 'decision';
}

/** Asks whose day it is, and keeps it until they say. */
export async function askWhichDay(
  dc: Parameters<Handler>[0],
  date: IsoDate,
  { wording }: Services,
): Promise<void> {
  mindOf(dc.context).memory.whichDay = date;
  const text = fill(wording.dates.which, { date: dayInWords(date) });
  await dc.context.sendActivity(reply(text, [wording.buttons.letter, wording.buttons.certificate]));
}
