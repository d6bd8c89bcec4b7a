import suite from '@microsoft/recognizers-text-suite';
import { Temporal } from 'temporal-polyfill';
import { type Day, isAfter } from './calendar.ts';
import type { Mention, Reader } from './mention.ts';

/** Costs milliseconds and grows with the square of the text, so it sees a short answer only. */
const LONGEST = 60;
const WORTH_ASKING =
  /\b(?:(?:first|last|\d(?:st|nd|rd|th)) (?:mon|tues|wednes|thurs|fri|satur|sun)day (?:of|in)|(?:christmas|xmas|new year'?s?) (?:eve|day)|boxing day|good friday|easter monday)\b/;

/**
 * What the other readers do not know ("the last Friday of September", "Christmas Eve"), by Microsoft's
 * recognizers, which read a day without a year both ways: the past one is taken.
 */
export const readUnusual: Reader = (text, { today, ahead }) => {
  if (text.length > LONGEST || !WORTH_ASKING.test(text)) return [];
  const reference = new Date(today.year, today.month - 1, today.day);
  const found: Mention[] = [];
  for (const { start, end, typeName, resolution } of suite.recognizeDateTime(
    text,
    'en-gb',
    undefined,
    reference,
  )) {
    if (typeName !== 'datetimeV2.date') continue;
    const days = values(resolution).filter((day) => ahead || !isAfter(day, today));
    const day = ahead ? days[0] : days.at(-1);
    if (day !== undefined) found.push({ start, end: end + 1, said: 'day', day, shape: 'loose' });
  }
  return found;
};

function values(resolution: Record<string, unknown> | undefined): Day[] {
  const list: unknown = resolution?.values;
  if (!Array.isArray(list)) return [];
  return list
    .map((item: { value?: unknown }) => item.value)
    .filter((value): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
    .map((value) => Temporal.PlainDate.from(value))
    .sort(Temporal.PlainDate.compare);
}
