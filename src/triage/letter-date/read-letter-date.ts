import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../shared/vocabulary.ts';
import { choose, NO_DATE, type ReadDate } from './choose.ts';
import { classify, type Role } from './classify.ts';
import { LETTER } from './cue-words.ts';
import { findMentions } from './find-mentions.ts';
import type { Mention } from './mention.ts';
import { isCertificates } from './of-certificate.ts';
import { plainText } from './plain-text.ts';
import { carryMonth, dropCorrected } from './settle.ts';
import { surroundings } from './surroundings.ts';

/** The surest kind of date that is there decides alone. */
const TRUSTED: readonly Role[] = ['printed', 'letter', 'bare'];
/** A letter's date is said near the start or the end of a very long message. */
const LONGEST = 8000;

/**
 * The date on a decision letter, from an answer ("3rd of March") or out of a whole message. Days of other
 * things - the post, a call, a meeting, a birthday - are passed over. Day first, always.
 *
 * @param today `YYYY-MM-DD` in England
 * @returns a null date with a doubt when something was said that must be asked about; all null when
 *   nothing was. Never throws for any text.
 * @throws RangeError when `today` is no real day
 */
export function readLetterDate(text: string, today: IsoDate): ReadDate {
  const now = Temporal.PlainDate.from(today);
  const plain = plainText(
    text.length > LONGEST ? `${text.slice(0, LONGEST / 2)}\n${text.slice(-LONGEST / 2)}` : text,
  );
  const mentions = dropCorrected(plain, findMentions(plain, { today: now, ahead: false }));
  if (mentions.length === 0) return NO_DATE;

  const roles = rolesOf(plain, mentions);
  const settled = mentions.map((mention, i) => {
    const beside = nearestWhole(mentions, i);
    return carryMonth(
      mention,
      beside === null ? undefined : mentions[beside],
      beside !== null && roles[beside] === 'arrival',
      now,
    );
  });
  for (const role of TRUSTED) {
    const those = settled.filter((_, i) => roles[i] === role);
    if (those.length > 0) return choose(those, now, false);
  }
  // Only the day it came is known: the day on the letter has still to be asked for.
  const came = roles.includes('arrival') && LETTER.test(plain);
  return came ? { date: null, doubt: 'vague', candidates: [] } : NO_DATE;
}

function rolesOf(plain: string, mentions: readonly Mention[]): Role[] {
  const masked = mask(plain, mentions);
  const around = surroundings(masked, mentions);
  const roles: Role[] = [];
  mentions.forEach((mention, i) => {
    const words = around[i];
    if (isCertificates(plain, mentions, i)) roles.push('other');
    else roles.push(words === undefined ? 'unclear' : classify(mention, words, masked, roles.at(-1) ?? null));
  });
  return roles;
}

/** Blanks every mention; all positions stay. */
function mask(plain: string, mentions: readonly Mention[]): string {
  let masked = '';
  for (const { start, end } of mentions) {
    masked += plain.slice(masked.length, start).padEnd(start - masked.length);
    masked += ' '.repeat(Math.max(0, end - masked.length));
  }
  return masked + plain.slice(masked.length);
}

/** The nearest mention, before or else after, that says its own month. */
function nearestWhole(mentions: readonly Mention[], i: number): number | null {
  const whole = (j: number) => mentions[j]?.shape === 'full' && mentions[j].day !== null;
  for (let j = i - 1; j >= 0; j -= 1) if (whole(j)) return j;
  for (let j = i + 1; j < mentions.length; j += 1) if (whole(j)) return j;
  return null;
}
