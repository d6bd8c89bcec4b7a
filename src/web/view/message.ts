import { fill } from '../../shared/fill.ts';
import { markdown } from './markdown.ts';
import { el, type ViewElement, type ViewNode } from './node.ts';
import type { Choice, Shown } from './shown-activity.ts';
import { WORDS } from './words.ts';

type Message = Extract<Shown, { type: 'message' }>;

/** One message with its sender, its words, and what can be done with it. The same with and without script. */
export function messageView(message: Message, rated: ReadonlySet<string>): ViewElement {
  const { who, id, clientId } = message;
  return el(
    'article',
    { class: who, 'data-id': id, 'data-client': clientId ?? undefined, tabindex: '-1' },
    el('h2', { class: 'who' }, senderName(message)),
    // What a family typed has no markup, whatever it looks like.
    ...(who === 'family' ? [el('p', { class: 'typed' }, message.text)] : markdown(message.text)),
    ...(who === 'family' ? [el('p', { class: 'state' })] : []),
    ...(message.answer === null ? [] : [afterAnswer(message, message.answer, rated)]),
  );
}

export function senderName({ who, name }: Message): string {
  switch (who) {
    case 'family':
      return WORDS.you;
    case 'bot':
      return WORDS.bot;
    case 'adviser':
      return name || WORDS.adviser;
  }
}

function afterAnswer(
  { id }: Message,
  { deadlines }: NonNullable<Message['answer']>,
  rated: ReadonlySet<string>,
): ViewElement {
  return el(
    'div',
    { class: 'after' },
    // Several things due on one day are one button.
    ...[...new Set(deadlines.map(({ date }) => date))].map((date) =>
      el(
        'button',
        { name: 'calendar', value: `${id} ${date}`, formnovalidate: true, formaction: '/chat/calendar' },
        fill(WORDS.calendar, { day: shortDay(date) }),
      ),
    ),
    byScript('print', WORDS.print),
    byScript('save', WORDS.save),
    rated.has(id) ? el('p', {}, WORDS.rated) : rating(id, 'answer'),
  );
}

/** A button that means nothing without script, and is not seen there. */
function byScript(name: string, words: string): ViewElement {
  return el('button', { name, type: 'button', class: 'script', hidden: true }, words);
}

/** "Did this help?" of an answer, or of the talk with a person. */
function rating(id: string, about: 'answer' | 'person'): ViewElement {
  const question = about === 'answer' ? WORDS.rateAnswer : WORDS.ratePerson;
  const button = (helped: 'yes' | 'no') =>
    el('button', { name: 'rating', value: `${helped} ${about} ${id}`, formnovalidate: true }, WORDS[helped]);
  return el(
    'fieldset',
    { class: 'rate', 'data-rate': id },
    el('legend', {}, question),
    button('yes'),
    button('no'),
  );
}

/** A person comes or goes. */
export function personView(
  event: Extract<Shown, { type: 'person' }>,
  rated: ReadonlySet<string>,
): ViewElement {
  const asked: ViewNode[] =
    event.state !== 'completed'
      ? []
      : [
          byScript('save', WORDS.save),
          rated.has(event.id) ? el('p', {}, WORDS.rated) : rating(event.id, 'person'),
        ];
  return el(
    'div',
    { class: 'note', 'data-id': event.id },
    ...(event.text === '' ? [el('p', {}, personWords(event))] : markdown(event.text)),
    ...asked,
  );
}

function personWords({ state, name }: Extract<Shown, { type: 'person' }>): string {
  switch (state) {
    case 'accepted':
      return fill(WORDS.joined, { name: name || WORDS.adviser });
    case 'completed':
      return fill(WORDS.left, { name: name || WORDS.adviser });
    case 'failed':
      return WORDS.nobody;
  }
}

export function typingWords({ who, name }: Extract<Shown, { type: 'typing' }>): string {
  return who === 'bot' ? WORDS.typing : fill(WORDS.personTyping, { name: name || WORDS.adviser });
}

/** Quick replies: buttons of the same form, so that they work without script too. */
export function choicesView(choices: readonly Choice[]): ViewElement[] {
  return choices.map(({ title, value }) =>
    el('button', { name: 'choice', value, formnovalidate: true }, title),
  );
}

/** "12 January 2027" of `2027-01-12`. */
function shortDay(date: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(date));
}
