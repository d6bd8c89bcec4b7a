/** What staff fill in, as elements: on a card of their own or behind a button. */
import { ROLES } from '../../knowledge/schema/contact.ts';
import { DATE_KINDS } from '../../knowledge/schema/dates.ts';
import type { Situation } from '../../pathways/schema.ts';
import { COUNTERPARTIES, KINDS, TOPICS } from '../../shared/vocabulary.ts';
import type { StaffServices } from '../services.ts';
import type { StaffWording } from '../wording.ts';
import { type Action, type Card, card, type Element } from './card.ts';
import { choice, dateInput, heading, send, text } from './elements.ts';

/** A choice must have a value, and this is no council's slug that is loaded. */
const NO_COUNCIL = 'none';

export interface Form {
  readonly body: readonly Element[];
  readonly actions: readonly Action[];
}

export interface FormDeps {
  readonly services: StaffServices;
  readonly words: StaffWording;
}

/** Council, topic, kind, whose duty and a date; filled in with what was understood, if anything was. */
export function situationForm(
  { services, words }: FormDeps,
  filled: Situation | null,
  council: string | null,
): Form {
  const { topics, kinds, counterparties } = services.knowledge().taxonomy;
  const { fields } = words;
  return {
    body: [
      choice('council', fields.council, councilChoices(services, words), { value: council ?? NO_COUNCIL }),
      choice(
        'topic',
        fields.topic,
        TOPICS.filter((topic) => topic !== 'other').map((topic) => ({
          title: topics[topic].button,
          value: topic,
        })),
        { value: filled?.topic, needed: fields.needed },
      ),
      choice(
        'kind',
        fields.kind,
        KINDS.map((kind) => ({ title: kinds[kind].button, value: kind })),
        { value: filled?.kind },
      ),
      choice(
        'counterparty',
        fields.counterparty,
        COUNTERPARTIES.map((one) => ({ title: counterparties[one].button, value: one })),
        { value: filled?.counterparty[0] },
      ),
      choice('dateKind', fields.dateKind, dateKindChoices(words), { value: 'decision' }),
      dateInput('date', fields.date),
    ],
    actions: [
      send(
        words.buttons['look-up'],
        filled === null ? { verb: 'look-up' } : { verb: 'look-up', situation: filled },
      ),
    ],
  };
}

export function deadlineForm({ words }: FormDeps): Form {
  const { fields, deadlines, buttons } = words;
  return {
    body: [
      text(deadlines.ask),
      choice('dateKind', fields.from, dateKindChoices(words), { value: 'decision', needed: fields.needed }),
      dateInput('date', fields.date, fields.needed),
    ],
    actions: [send(buttons.count, { verb: 'deadlines' })],
  };
}

export function contactForm({ services, words }: FormDeps, council: string | null): Form {
  const { fields, contacts, buttons } = words;
  const places = [...services.knowledge().councils.values()];
  return {
    body: [
      text(contacts.ask),
      choice(
        'council',
        fields.council,
        places.map(({ slug, place }) => ({ title: place, value: slug })),
        { value: council ?? undefined, needed: fields.needed },
      ),
      choice(
        'role',
        fields.role,
        ROLES.map((role) => ({ title: contacts.roles[role], value: role })),
        { value: 'sendiass', needed: fields.needed },
      ),
    ],
    actions: [send(buttons.show, { verb: 'contacts' })],
  };
}

export function formCard(title: string, { body, actions }: Form): Card {
  return card(title, [heading(title), ...body], actions);
}

function councilChoices(services: StaffServices, words: StaffWording) {
  const councils = [...services.knowledge().councils.values()];
  return [
    { title: words.fields.noCouncil, value: NO_COUNCIL },
    ...councils.map(({ slug, place }) => ({ title: place, value: slug })),
  ];
}

function dateKindChoices({ deadlines }: StaffWording) {
  return DATE_KINDS.map((kind) => ({ title: deadlines.kinds[kind], value: kind }));
}
