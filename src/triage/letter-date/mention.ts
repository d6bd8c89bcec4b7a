import type { Day } from './calendar.ts';

/** One place in the text that speaks of a day. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** `vague`: no single day can be told. `impossible`: the calendar has no such day. */
  readonly said: 'day' | 'vague' | 'impossible';
  readonly day: Day | null;
  /**
   * How sure the shape is: `full` is nothing but a date ("3 March"); `loose` is one only in company
   * ("the 12th", "3/4"); `tight` only alone or right after "dated" ("4.5", "120326").
   */
  readonly shape: 'full' | 'loose' | 'tight';
  /** The day number, when no month was said: it takes the month of a date beside it. */
  readonly dayOnly?: number;
  /** For an impossible day: what it would be with the month first, to ask about. */
  readonly swapped?: Day | null;
}

/** Nobody dates a letter so often; more only costs time. */
export const MOST_MENTIONS = 40;

/** What every reader needs besides the text. */
export interface Reading {
  readonly today: Day;
  /** A day without a year is the next such day, not the last. */
  readonly ahead: boolean;
}

export type Reader = (text: string, reading: Reading) => Mention[];
