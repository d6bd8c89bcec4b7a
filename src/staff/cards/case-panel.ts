/** A case in its adviser's own chat: what was understood, what they can do, and for how long. */

import type { Case } from '../../handoff/case.ts';
import { dayToSay } from '../../pathways/deadline-line.ts';
import { dayInWords } from '../../shared/day-in-words.ts';
import { fill } from '../../shared/fill.ts';
import { submitData } from '../submit.ts';
import type { StaffWording } from '../wording.ts';
import { aboutLine } from './answer-card.ts';
import { type Action, type Card, card, type Element } from './card.ts';
import { type CaseDeps, caseLines } from './case-lines.ts';
import { redLine, spelled } from './channel-card.ts';
import { daysLeft } from './days-left.ts';
import { button, choice, heading, send, showCard, text, textInput } from './elements.ts';
import { plainMarkdown } from './markdown.ts';

export interface PanelFacts {
  /** Whose chat it is in. */
  readonly adviserId: string;
  readonly outcomes: readonly { readonly id: string; readonly label: string }[];
  /** Who may take it over. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

export function casePanel(of: Case, deps: CaseDeps, facts: PanelFacts, now: Date): Card {
  const { words } = deps;
  const { place, topic, state, since } = caseLines(of, deps, now);
  const { status, ref } = of;
  const mine = 'adviser' in status && status.adviser?.id === facts.adviserId;
  const over = status.state === 'closed' || status.state === 'abandoned';
  const title = fill(words.case.yours, { ref, place });
  const body: Element[] = [
    ...(of.red && !over ? [redLine(words.case.red)] : []),
    heading(title),
    text(state, { isSubtle: true, spacing: 'none' }),
    ...(since === null ? [] : [text(since, { isSubtle: true, size: 'small', spacing: 'none' })]),
    ...(mine && !over ? [...leftMessage(of, words), ...understood(of, deps)] : []),
    ...(mine && status.state === 'wrapping' && status.ended === 'follow-up'
      ? [text(words.case.followUp)]
      : []),
  ];
  const speak = fill(words.case.speak, {
    state,
    place,
    topic: over || !mine ? '' : topic,
    ref: spelled(ref),
  });
  return card(speak, body, mine ? actions(of, words, facts) : [], title);
}

function leftMessage({ message, contact }: Case, { case: words }: StaffWording): Element[] {
  if (message === null) return [];
  return [
    text(fill(words.message, { text: plainMarkdown(message) })),
    text(contact === null ? words.noContact : fill(words.contact, { contact: plainMarkdown(contact) })),
  ];
}

function understood(of: Case, { services, words }: CaseDeps): Element[] {
  if (of.situation === null) return [text(words.case.notShared)];
  const situation = { ...of.situation, council: of.council };
  const today = services.today();
  return [
    text(words.case.understood, { weight: 'bolder', spacing: 'medium' }),
    text(aboutLine(situation, services, words), { spacing: 'none' }),
    ...services.pathway(situation).deadlines.map((deadline) => {
      const left = daysLeft(deadline, today, words.answer);
      const line = { label: deadline.label, day: dayInWords(dayToSay(deadline, today)), left: left.words };
      return text(fill(words.case.deadline, line), { spacing: 'small' });
    }),
    ...(of.sharedAfter === 0 ? [] : [text(words.case.notShared, { isSubtle: true, size: 'small' })]),
  ];
}

function actions({ id, status }: Case, words: StaffWording, facts: PanelFacts): Action[] {
  const { buttons } = words;
  const act = (verb: 'here' | 'give-back' | 'finish', title: string) =>
    button(title, submitData({ verb, case: id }));
  const reply = writing(buttons.reply, words.fields.reply, words, { verb: 'reply', case: id }, buttons.send);
  const note = writing(buttons.note, words.fields.note, words, { verb: 'note', case: id }, buttons.keep);
  const transfer = facts.colleagues.length === 0 ? [] : [transferCard(id, words, facts)];
  const giveBack = act('give-back', buttons['give-back']);
  switch (status.state) {
    case 'claimed':
      return [act('here', buttons.here), reply, note, ...transfer, giveBack];
    case 'live':
      // Six at the most: Teams hides what comes after.
      return [reply, act('finish', buttons.finish), note, ...transfer, giveBack, closeCard(id, words, facts)];
    case 'wrapping':
      return [closeCard(id, words, facts), note, ...(status.ended === 'follow-up' ? [giveBack] : [])];
    case 'waiting':
    case 'message-left':
    case 'closed':
    case 'abandoned':
      return [];
  }
}

function writing(
  title: string,
  label: string,
  { fields }: StaffWording,
  data: { readonly verb: 'reply' | 'note'; readonly case: string },
  go: string,
): Action {
  return showCard(title, [textInput(data.verb, label, fields.needed)], [send(go, data)]);
}

function transferCard(id: string, { buttons, fields }: StaffWording, { colleagues }: PanelFacts): Action {
  const choices = colleagues.map((one) => ({ title: one.name, value: one.id }));
  return showCard(
    buttons.transfer,
    [choice('to', fields.colleague, choices, { needed: fields.needed })],
    [send(buttons.transfer, { verb: 'transfer', case: id })],
  );
}

function closeCard(id: string, { buttons, fields }: StaffWording, { outcomes }: PanelFacts): Action {
  const choices = outcomes.map((one) => ({ title: one.label, value: one.id }));
  return showCard(
    buttons.close,
    [choice('outcome', fields.outcome, choices, { needed: fields.needed })],
    [send(buttons.close, { verb: 'close', case: id })],
  );
}
