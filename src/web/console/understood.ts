import type { Knowledge } from '../../knowledge/knowledge.ts';
import { placeOf } from '../../knowledge/place-of.ts';
import type { DateKind, Situation } from '../../pathways/schema.ts';
import { dayInWords } from '../../shared/day-in-words.ts';
import type { Kind, Stage } from '../../shared/vocabulary.ts';
import type { CaseSheet } from './api.ts';

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  concern: 'A concern',
  complaint: 'A complaint',
  enquiry: 'A question',
};

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  none: 'Nothing done yet',
  talked: 'Has talked to them',
  complained: 'Has made a complaint',
  answered: 'Has their answer or a decision',
  appealing: 'Has appealed',
};

const DATE_WORDS: Readonly<Record<DateKind, string>> = {
  decision: 'Date on the decision letter',
  certificate: 'Date of the mediation certificate',
  request: 'Council had the request on',
  draft: 'Draft plan or notice sent on',
  review: 'Review meeting held on',
  act: 'It happened on',
  aware: 'Family first knew on',
  complaint: 'Complaint made on',
  reply: 'Last reply came on',
  mediation: 'Council told of mediation on',
  transfer: 'New phase begins on',
  notice: 'Penalty notice served on',
};

/** What the bot understood, a line each, for an adviser to check at a glance. */
export function understood(situation: Situation, knowledge: Knowledge): CaseSheet['understood'] {
  const { kind, counterparty, topic, stage, council, dates, cues } = situation;
  const whose = counterparty.map((one) => knowledge.taxonomy.counterparties[one].button);
  return [
    ...(council === null ? [] : [{ name: 'Council', value: placeOf(knowledge, council) }]),
    { name: 'Kind', value: KIND_WORDS[kind] },
    ...(whose.length === 0 ? [] : [{ name: 'Whose duty', value: whose.join(', ') }]),
    { name: 'About', value: knowledge.taxonomy.topics[topic].button },
    { name: 'Stage', value: STAGE_WORDS[stage] },
    ...(Object.entries(dates) as [DateKind, string][]).map(([name, day]) => ({
      name: DATE_WORDS[name],
      value: dayInWords(day),
    })),
    ...(cues.youngPerson === true ? [{ name: 'Writing', value: 'A young person' }] : []),
  ];
}
