import type { State } from './state.ts';

/** How many families wait for this adviser, then the case, then the page. */
export function titleOf({ queue, open, talks }: State): string {
  const waiting = queue?.waiting.length ?? 0;
  const owed = queue?.mine.filter((one) => one.owed !== null).length ?? 0;
  const sheet = open === null ? null : (talks[open]?.sheet ?? null);
  const count = waiting + owed === 0 ? '' : `(${waiting + owed}) `;
  return `${count}${sheet === null ? '' : `${sheet.ref}, ${sheet.place} – `}Signpost for advisers`;
}
