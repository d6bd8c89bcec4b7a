/** Dates counted, and whom to ring. */
import { hearCouncil } from '../../dialogs/hearing/council.ts';
import { dateKindNamed } from '../../dialogs/hearing/date-kind.ts';
import { holds, plain } from '../../dialogs/hearing/plain.ts';
import { ROLES, type Role } from '../knowledge/schema/contact.ts';
import { computeDeadline } from '../pathways/deadlines/compute-deadline.ts';
import type { DateKind } from '../pathways/schema.ts';
import { dayInWords } from '../shared/day-in-words.ts';
import { fill } from '../shared/fill.ts';
import type { IsoDate } from '../shared/vocabulary.ts';
import { deadlineBlock } from './cards/answer-card.ts';
import { card } from './cards/card.ts';
import { heading, text } from './cards/elements.ts';
import { contactForm, deadlineForm, formCard } from './cards/forms.ts';
import { spoken } from './cards/markdown.ts';
import type { LookUpDeps } from './look-up.ts';
import { type StaffReply, say, show } from './reply.ts';

/** "12 November 2026 certificate": the date and what it is the date of; a decision letter's when that is not said. */
export function deadlinesFromWords(said: string, deps: LookUpDeps): StaffReply[] {
  const ask = show(formCard(deps.words.commands.deadlines.about, deadlineForm(deps)));
  if (said === '') return [ask];
  const kind = dateKindNamed(plain(said)) ?? 'decision';
  const { date } = deps.services.readDate(said, kind);
  return date === null ? [say(deps.words.deadlines.unreadable), ask] : deadlinesFrom(kind, date, deps);
}

/** Every time limit that runs from that day, the nearest first. */
export function deadlinesFrom(kind: DateKind, date: IsoDate, { services, words }: LookUpDeps): StaffReply[] {
  const { clocks, bankHolidays } = services.knowledge();
  const today = services.today();
  const found = [...clocks.values()]
    .filter(({ from }) => from === kind)
    .flatMap((clock) => computeDeadline(clock, { [kind]: date }, { today, bankHolidays }) ?? [])
    .sort((a, b) => a.date.localeCompare(b.date));
  const title = `${words.deadlines.kinds[kind]}. ${fill(words.deadlines.title, { day: dayInWords(date) })}`;
  if (found.length === 0) return [say(`${title}. ${words.deadlines.none}`)];
  const speak = found.map((one) => `${one.label}: ${dayInWords(one.date)}.`).join(' ');
  const body = [heading(title), ...found.map((deadline) => deadlineBlock(deadline, today, words))];
  return [show(card(spoken(`${title}. ${speak}`), body))];
}

/** "Dudley mediation": the council is the asker's own, and the role SENDIASS, when they are not said. */
export function contactsFromWords(said: string, deps: LookUpDeps, home: string | null): StaffReply[] {
  const { services, words } = deps;
  const heard = hearCouncil(said, services.knowledge().councils.values(), services.hearing);
  const council = heard !== null && 'council' in heard ? heard.council.slug : home;
  const ask = show(formCard(words.commands.contacts.about, contactForm(deps, council)));
  if (said === '' || council === null) return [ask];
  return contactsOf(council, roleIn(plain(said), deps) ?? 'sendiass', deps);
}

export function contactsOf(council: string, role: Role, { services, words }: LookUpDeps): StaffReply[] {
  const place = services.knowledge().councils.get(council)?.place;
  if (place === undefined) return [say(words.contacts.ask)];
  const title = fill(words.contacts.title, { role: words.contacts.roles[role], place });
  const lines = services.contact(role, council);
  return [
    show(card(spoken(`${title}. ${lines}`), [heading(title), ...lines.split('\n').map((one) => text(one))])),
  ];
}

/** The longest name first: "informal disagreement resolution" is not "disagreement resolution". */
function roleIn(said: string, { words }: LookUpDeps): Role | null {
  const names = ROLES.flatMap((role) =>
    [role, words.contacts.roles[role]].map((name) => ({ role, name: plain(name) })),
  ).sort((a, b) => b.name.length - a.name.length);
  return names.find(({ name }) => holds(said, name))?.role ?? null;
}
