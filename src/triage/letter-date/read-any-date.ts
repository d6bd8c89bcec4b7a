import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../shared/vocabulary.ts';
import { choose, type ReadDate } from './choose.ts';
import { findMentions } from './find-mentions.ts';
import { plainText } from './plain-text.ts';
import { dropCorrected } from './settle.ts';

/** An answer to "what date was it?" is short; more is not read. */
const LONGEST = 600;

/**
 * A date given in answer to a question about that date: a certificate, a request, a meeting, an incident.
 *
 * @param today `YYYY-MM-DD` in England
 * @param ahead whether the day may lie ahead (the first day at a new school); a day without a year is
 *   then the next one
 */
export function readAnyDate(text: string, today: IsoDate, { ahead = false } = {}): ReadDate {
  const now = Temporal.PlainDate.from(today);
  const plain = plainText(text.slice(0, LONGEST));
  const mentions = dropCorrected(plain, findMentions(plain, { today: now, ahead }));
  const denied = mentions.filter(
    ({ start }) => !/\bnot(?: on)?(?: the)? $/.test(plain.slice(Math.max(0, start - 12), start)),
  );
  const days = denied.filter(({ said }) => said === 'day');
  const whole = days.filter(({ shape }) => shape !== 'tight');
  return choose(whole.length > 0 ? whole : days.length > 0 ? days : denied, now, ahead);
}
