/** What may be said of a case where colleagues read along: never a word of the family's. */

import type { Case } from '../../handoff/case.ts';
import { placeOf } from '../../knowledge/place-of.ts';
import { dayToSay } from '../../pathways/deadline-line.ts';
import type { Deadline } from '../../pathways/schema.ts';
import { dayInWords } from '../../shared/day-in-words.ts';
import { fill } from '../../shared/fill.ts';
import type { StaffServices } from '../services.ts';
import type { StaffWording } from '../wording.ts';
import { daysLeft } from './days-left.ts';
import { sinceInWords } from './since-in-words.ts';

export interface CaseDeps {
  readonly services: StaffServices;
  readonly words: StaffWording;
}

export interface CaseLines {
  readonly place: string;
  readonly topic: string;
  readonly state: string;
  /** How it ended without an adviser, or since when somebody waits; null when neither is so. */
  readonly since: string | null;
  readonly deadline: { readonly words: string; readonly days: number } | null;
}

export function caseLines(of: Case, { services, words }: CaseDeps, now: Date): CaseLines {
  const knowledge = services.knowledge();
  const { status } = of;
  const name = 'adviser' in status ? (status.adviser?.name ?? '') : '';
  return {
    place: placeOf(knowledge, of.council),
    topic: of.situation === null ? words.case.noTopic : knowledge.taxonomy.topics[of.situation.topic].button,
    state: fill(words.case[status.state], { name }),
    since: sinceLine(of, words, now),
    deadline: deadlineLine(of, { services, words }),
  };
}

function sinceLine({ status }: Case, { case: words }: StaffWording, now: Date): string | null {
  switch (status.state) {
    case 'waiting':
      return fill(words.since, { time: sinceInWords(new Date(status.since), now) });
    case 'message-left':
      return fill(words.sinceMessage, { time: sinceInWords(new Date(status.since), now) });
    case 'abandoned':
      return words.ended[status.why];
    case 'claimed':
    case 'live':
    case 'wrapping':
    case 'closed':
      return null;
  }
}

/** The nearest day by which the family has to act. */
function deadlineLine(of: Case, { services, words }: CaseDeps): CaseLines['deadline'] {
  if (of.situation === null) return null;
  const next = familyDeadlines(services.pathway({ ...of.situation, council: of.council }).deadlines)[0];
  if (next === undefined) return null;
  const today = services.today();
  const left = daysLeft(next, today, words.answer);
  const line = { label: next.label, day: dayInWords(dayToSay(next, today)), left: left.words };
  return { words: fill(words.case.deadline, line), days: left.days };
}

/** Those that bind the family, the nearest first; one that has gone is the most pressing of all. */
function familyDeadlines(deadlines: readonly Deadline[]): Deadline[] {
  return deadlines.filter(({ binds }) => binds === 'family').sort((a, b) => a.date.localeCompare(b.date));
}
