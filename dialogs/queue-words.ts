/** How long a wait for an adviser may be, in words. */
import type { Availability } from '../src/handoff/availability.ts';
import type { Case } from '../src/handoff/case.ts';
import { fill } from '../src/shared/fill.ts';
import { availabilityFor } from './availability-for.ts';
import type { Handoff } from './memory.ts';
import { paragraphs } from './reply.ts';
import type { Services } from './services.ts';

type Open = Extract<Availability, { state: 'open' }>;

/** For a family that could join the queue. */
export function beforeJoining({ wording }: Services, open: Open): string {
  const { queue } = wording;
  const place = open.ahead === 0 ? queue.next : counted(queue.after, open.ahead);
  return [place, ...waitWords({ wording }, open)].join(' ');
}

/** For a family that is in the queue. */
export async function placeWords(
  services: Services,
  handoff: Pick<Handoff, 'hub'>,
  { council, ref, openedAt, status, red }: Case,
): Promise<string> {
  const since = status.state === 'waiting' ? status.since : openedAt;
  const { wording } = services;
  const { queue, person } = wording;
  const place = { since: new Date(since), red };
  const found = await availabilityFor(services, handoff, council, place);
  const reference = fill(queue.reference, { ref });
  switch (found.state) {
    case 'hub':
      return `${queue.still} ${reference}`;
    case 'none':
      return paragraphs(queue.still, person.noneThere);
    case 'closed':
      return paragraphs(`${queue.still} ${reference}`, closedWords(services, found));
    case 'open': {
      const before = found.ahead === 0 ? queue.place.next : counted(queue.place, found.ahead);
      return paragraphs(`${queue.still} ${reference}`, [before, ...waitWords(services, found)].join(' '));
    }
  }
}

/** That nobody is there now, and who comes when. */
export function closedWords(
  services: Pick<Services, 'wording' | 'hoursInWords'>,
  { backAt }: Extract<Availability, { state: 'closed' }>,
): string {
  const { closed, closedNoHours } = services.wording.person;
  return backAt === null ? closedNoHours : fill(closed, { when: services.hoursInWords(backAt) });
}

function waitWords({ wording: { queue } }: Pick<Services, 'wording'>, open: Open): string[] {
  return [
    ...(open.usualMinutes === null ? [] : [counted(queue.usual, open.usualMinutes)]),
    ...(open.atWork === 0 ? [queue.nobodyAtDesk] : []),
  ];
}

function counted(words: { readonly one: string; readonly many: string }, count: number): string {
  return count === 1 ? words.one : fill(words.many, { count: String(count) });
}
