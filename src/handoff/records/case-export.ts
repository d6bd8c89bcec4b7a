import { dayInWords } from '../../shared/day-in-words.ts';
import { momentInWords } from '../../shared/moment-in-words.ts';
import type { IsoDate } from '../../shared/vocabulary.ts';
import type { StoredActivity } from '../../storage/storage.ts';
import { adviserOf, type Case } from '../case.ts';
import { EVENT_WORDS, REASON_WORDS, statusWords } from './case-words.ts';
import { typedWords } from './plain-words.ts';
import { indented, transcript } from './transcript.ts';

export interface CaseExport {
  readonly case: Case;
  /** In their order. What the family did not share is left out, whoever passed it in. */
  readonly activities: readonly StoredActivity[];
  readonly history: readonly {
    readonly at: Date;
    readonly by: string;
    readonly type: string;
    readonly text: string | null;
  }[];
  /** What the council is called. */
  readonly place: string;
  /** What the bot understood, in the words of the case sheet. */
  readonly understood: readonly { readonly name: string; readonly value: string }[];
  /** Counted on the day of the export. */
  readonly deadlines: readonly {
    readonly label: string;
    readonly date: IsoDate;
    readonly counted: string;
  }[];
  /** What an outcome's id is called. */
  readonly outcomeOf: (id: string) => string;
  readonly now: Date;
}

/** A case as an adviser keeps it: its facts, what was done, notes included, and what was said. Plain text. */
export function caseExport(about: CaseExport): string {
  const { case: of, activities, history, deadlines, now } = about;
  const shared = activities.filter(({ seq }) => seq > of.sharedAfter);
  const said = transcript(shared, { family: 'Family' });
  const parts = [
    `Signpost: case ${of.ref}`,
    factsOf(about).join('\n'),
    ...(deadlines.length === 0 ? [] : [`DEADLINES\n\n${deadlines.map(deadlineLines).join('\n')}`]),
    ...(of.message === null ? [] : [`THE MESSAGE THEY LEFT\n\n${indented(typedWords(of.message))}`]),
    ...(of.contact === null ? [] : [`HOW TO REACH THEM\n\n${indented(typedWords(of.contact))}`]),
    `WHAT WAS DONE\n\n${history.map(historyLine).join('\n')}`,
    `WHAT WAS SAID\n\n${said === '' ? 'Nothing that the family has shared.' : said}`,
    `Exported on ${momentInWords(now)}. All times are by the clock in England. It holds what a family told in confidence: keep it as you keep a case file.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function factsOf({ case: of, place, understood, outcomeOf }: CaseExport): string[] {
  const adviser = adviserOf(of);
  return [
    `Council: ${place}`,
    `Opened: ${momentInWords(new Date(of.openedAt))}, because ${REASON_WORDS[of.reason]}`,
    `State: ${statusWords(of, outcomeOf)}`,
    ...(adviser === null ? [] : [`Adviser: ${adviser.name}`]),
    `Danger disclosed: ${of.red ? 'yes' : 'no'}`,
    `Shared by the family: ${sharedWords(of)}`,
    // The council that the case is with stands above.
    ...understood.filter(({ name }) => name !== 'Council').map(({ name, value }) => `${name}: ${value}`),
  ];
}

function sharedWords({ sharedAfter }: Case): string {
  if (sharedAfter === 0) return 'the conversation from its start';
  if (sharedAfter === Number.MAX_SAFE_INTEGER) return 'nothing of the conversation';
  return 'only what was said after they asked for a person';
}

const deadlineLines = ({ label, date, counted }: CaseExport['deadlines'][number]): string =>
  `${dayInWords(date)}  ${label}\n${indented(typedWords(counted))}`;

function historyLine({ at, by, type, text }: CaseExport['history'][number]): string {
  const words = Object.entries(EVENT_WORDS).find(([name]) => name === type)?.[1] ?? type;
  const line = `${momentInWords(at)}  ${typedWords(by)}: ${words}`;
  return text === null ? line : `${line}\n${indented(typedWords(text))}`;
}
