import type { Situation } from '../../pathways/schema.ts';
import { dayInWords } from '../../shared/day-in-words.ts';
import type { StoredActivity } from '../../storage/storage.ts';
import { adviserOf, type Case } from '../case.ts';
import { EVENT_WORDS, REASON_WORDS, statusWords } from './case-words.ts';
import { momentInWords } from './moment-in-words.ts';
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
  readonly now: Date;
}

/** A case as an adviser keeps it: its facts, what was done, notes included, and what was said. Plain text. */
export function caseExport({ case: of, activities, history, place, now }: CaseExport): string {
  const shared = activities.filter(({ seq }) => seq > of.sharedAfter);
  const said = transcript(shared, { family: 'Family' });
  const parts = [
    `Signpost: case ${of.ref}`,
    factsOf(of, place).join('\n'),
    ...(of.message === null ? [] : [`THE MESSAGE THEY LEFT\n\n${indented(typedWords(of.message))}`]),
    ...(of.contact === null ? [] : [`HOW TO REACH THEM\n\n${indented(typedWords(of.contact))}`]),
    `WHAT WAS DONE\n\n${history.map(historyLine).join('\n')}`,
    `WHAT WAS SAID\n\n${said === '' ? 'Nothing that the family has shared.' : said}`,
    `Exported on ${momentInWords(now)}. All times are by the clock in England. It holds what a family told in confidence: keep it as you keep a case file.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function factsOf(of: Case, place: string): string[] {
  const adviser = adviserOf(of);
  return [
    `Council: ${place}`,
    `Opened: ${momentInWords(new Date(of.openedAt))}, because ${REASON_WORDS[of.reason]}`,
    `State: ${statusWords(of)}`,
    ...(adviser === null ? [] : [`Adviser: ${adviser.name}`]),
    `Danger disclosed: ${of.red ? 'yes' : 'no'}`,
    `Shared by the family: ${sharedWords(of)}`,
    ...(of.situation === null ? [] : situationLines(of.situation)),
  ];
}

function sharedWords({ sharedAfter }: Case): string {
  if (sharedAfter === 0) return 'the conversation from its start';
  if (sharedAfter === Number.MAX_SAFE_INTEGER) return 'nothing of the conversation';
  return 'only what was said after they asked for a person';
}

/** What the bot understood, in the house's own words. */
function situationLines({ kind, counterparty, topic, stage, dates }: Situation): string[] {
  return [
    `Kind: ${kind}`,
    `Topic: ${topic.replaceAll('-', ' ')}`,
    ...(counterparty.length === 0 ? [] : [`About: ${counterparty.join(', ')}`]),
    `Stage: ${stage}`,
    ...Object.entries(dates).map(([name, day]) => `Date (${name.replaceAll('-', ' ')}): ${dayInWords(day)}`),
  ];
}

function historyLine({ at, by, type, text }: CaseExport['history'][number]): string {
  const words = Object.entries(EVENT_WORDS).find(([name]) => name === type)?.[1] ?? type;
  const line = `${momentInWords(at)}  ${typedWords(by)}: ${words}`;
  return text === null ? line : `${line}\n${indented(typedWords(text))}`;
}
