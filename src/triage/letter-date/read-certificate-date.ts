import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../shared/vocabulary.ts';
import { choose } from './choose.ts';
import { CERTIFICATE } from './cue-words.ts';
import { findMentions } from './find-mentions.ts';
import { isCertificates } from './of-certificate.ts';
import { plainText } from './plain-text.ts';
import { dropCorrected } from './settle.ts';

/** Longer messages are read at their beginning. */
const LONGEST = 8000;

/**
 * The day on a mediation certificate, told in a message that may hold other days as well: its month can be the
 * later end of the time to appeal (SI 2008/2699 r.20(1)(c)).
 *
 * @param today `YYYY-MM-DD` in England
 * @returns null when none is plainly told, when there are two, or when it lies ahead. Never throws for any text.
 * @throws RangeError when `today` is no real day
 */
export function readCertificateDate(text: string, today: IsoDate): IsoDate | null {
  const now = Temporal.PlainDate.from(today);
  const plain = plainText(text.slice(0, LONGEST));
  if (!CERTIFICATE.test(plain)) return null;
  const mentions = dropCorrected(plain, findMentions(plain, { today: now, ahead: false }));
  const days = mentions.filter((_, at) => isCertificates(plain, mentions, at));
  return choose(days, now, false).date;
}
