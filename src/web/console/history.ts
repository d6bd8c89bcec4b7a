import { Actor } from '../../handoff/case.ts';
import { CaseEventBody } from '../../handoff/command.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { CaseEventRow } from '../../storage/contract/cases.ts';

export interface HistoryEntry {
  readonly at: Date;
  readonly by: string;
  readonly type: string;
  readonly text: string | null;
}

/** Why something came about, where it is not plain from what happened. */
const WHY_WORDS: Readonly<Record<string, string>> = {
  'by-choice': 'by the adviser’s choice',
  'not-opened': 'it was not opened in time',
  'adviser-silent': 'the adviser did not answer in time',
  'adviser-gone': 'the adviser’s screen was gone for too long',
  'by-adviser': 'by the adviser',
  'by-family': 'by the family',
  'family-silent': 'the family wrote no more',
  left: 'the family left the queue',
  'nobody-came': 'nobody came in time',
  forgotten: 'the family asked to be forgotten',
  asked: 'they asked for a person',
  'not-understood': 'the bot did not understand them',
  danger: 'danger was mentioned',
  'about-the-bot': 'a complaint about the bot',
};

/** What the outcomes of a council are called; an id that is not known any more stands for itself. */
export function outcomeWords(knowledge: Knowledge, council: string): (id: string) => string {
  const outcomes = new Map(knowledge.advisers(council).outcomes.map(({ id, label }) => [id, label]));
  outcomes.set('unrecorded', 'no outcome was recorded');
  return (id) => outcomes.get(id) ?? id;
}

/** What was done to a case, oldest first. */
export function historyOf(
  events: readonly CaseEventRow[],
  knowledge: Knowledge,
  council: string,
): HistoryEntry[] {
  const outcomeOf = outcomeWords(knowledge, council);
  return events.map(({ at, actor, body: stored }) => {
    const { type, text, to, why } = CaseEventBody.parse(stored);
    const said = type === 'closed' && text !== undefined ? outcomeOf(text) : text;
    const reason = why === undefined ? undefined : (WHY_WORDS[why] ?? why);
    return { at, by: nameOf(Actor.parse(actor)), type, text: said ?? to?.name ?? reason ?? null };
  });
}

function nameOf(actor: Actor): string {
  switch (actor.type) {
    case 'adviser':
      return actor.name;
    case 'family':
      return 'The family';
    case 'clock':
      return 'Signpost';
    case 'hub':
      return 'Another service';
  }
}
