import type { Hearing } from './phrases.ts';

/** "10", "3pm", "3 30". */
const FIGURES = /(?<= )\d{1,4} ?(?:am|pm)?(?= |$)/g;

/** What changes nothing around a request or a thank-you, and neither does a time: "please", "on Monday". */
export function aroundWithTimes({ fillers, times }: Hearing): readonly string[] {
  return [...fillers, ...times];
}

/** A plain text without the hours that are told in figures; a text of figures alone stays as it is. */
export function withoutFigures(said: string): string {
  return said.replace(FIGURES, '').replace(/\s+/g, ' ').trim();
}
