import type { CaseLine, Queue } from '../api.ts';

export interface News {
  readonly type: 'danger' | 'waiting' | 'given' | 'answer';
  readonly caseId: string;
  readonly text: string;
}

const all = ({ waiting, mine, colleagues }: Queue) => [...waiting, ...mine, ...colleagues];
const nameOf = ({ ref, place }: CaseLine) => `${ref}, ${place}`;

/** What an adviser has to hear of two readings of the queues, the gravest first. Never the family's words. */
export function newsBetween(before: Queue, after: Queue): readonly News[] {
  const earlier = new Map(all(before).map((one) => [one.id, one]));
  const wasMine = new Set(before.mine.map(({ id }) => id));
  const wasWaiting = new Set(before.waiting.map(({ id }) => id));
  const news: News[] = [];
  for (const one of all(after)) {
    if (one.red && earlier.get(one.id)?.red !== true)
      news.push({ type: 'danger', caseId: one.id, text: `Danger mentioned: ${nameOf(one)}` });
  }
  const told = new Set(news.map(({ caseId }) => caseId));
  for (const one of after.waiting) {
    if (!wasWaiting.has(one.id) && !told.has(one.id))
      news.push({ type: 'waiting', caseId: one.id, text: `A family is waiting: ${nameOf(one)}` });
  }
  for (const one of after.mine) {
    if (told.has(one.id)) continue;
    // One that I took myself was in the queue before; one that was a colleague's was given to me.
    if (!wasMine.has(one.id) && one.state === 'claimed' && before.colleagues.some(({ id }) => id === one.id))
      news.push({ type: 'given', caseId: one.id, text: `A colleague gave you a case: ${nameOf(one)}` });
    else if (wasMine.has(one.id) && one.owed !== null && (earlier.get(one.id)?.owed ?? null) === null)
      news.push({ type: 'answer', caseId: one.id, text: `The family has written: ${nameOf(one)}` });
  }
  return news;
}
