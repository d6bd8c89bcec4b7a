import { choicesView, messageView, personView, personWords, senderName } from '../view/message.ts';
import { el } from '../view/node.ts';
import type { Deadline, Shown } from '../view/shown-activity.ts';
import { WORDS } from '../view/words.ts';
import type { Delivery } from './outbox.ts';
import { toNodes } from './to-nodes.ts';

/** How long a typing sign stands when nothing follows. */
const TYPING_MS = 10_000;
/** Long enough for every screen reader to take it up; after that it would only be read twice. */
const HEARD_MS = 15_000;

export const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

export interface Screen {
  /** `live`: came just now, so it is announced and scrolled to. */
  show(one: Shown, live: boolean): void;
  /** A message of the family's own, before the service has it. */
  own(text: string, clientId: string): HTMLElement;
  delivery(article: HTMLElement, state: Delivery, why?: string): void;
  notice(words: string): void;
  note(words: string): void;
  typing(words: string | null): void;
  /** What is due on a day that a message names; none when the server showed that message. */
  due(id: string, date: string): readonly Deadline[];
  announce(words: string): void;
}

export function createScreen(): Screen {
  const [log, choices, typingLine, notices, heard] = ['log', 'choices', 'typing', 'notice', 'heard'].map(
    (id) => find(id),
  ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const seen = new Set<string>();
  const rated = new Set<string>();
  const deadlines = new Map<string, readonly Deadline[]>();
  const scroll = find('scroll');
  let stopsTyping = 0;
  let lastOwn: Element | null = null;
  for (const { dataset } of log.querySelectorAll<HTMLElement>('[data-id]')) seen.add(dataset.id ?? '');

  const byClient = (clientId: string | null) =>
    clientId === null ? null : log.querySelector<HTMLElement>(`[data-client="${CSS.escape(clientId)}"]`);
  const announce = (words: string) => {
    const [line] = toNodes([el('p', {}, words)]) as [HTMLElement];
    heard.append(line);
    setTimeout(() => line.remove(), HEARD_MS);
  };
  const add = (element: HTMLElement, live: boolean) => {
    log.append(element);
    for (const button of element.querySelectorAll<HTMLElement>('.script')) button.hidden = false;
    if (!live) scroll.scrollTop = scroll.scrollHeight;
    // A long answer is read from its beginning, with the question above it where there is room.
    else showFromTop(lastOwn ?? element);
  };
  /** Moves the conversation and nothing around it; where the page itself scrolls, the page. */
  const showFromTop = (element: Element) => {
    if (getComputedStyle(scroll).overflowY !== 'auto') return element.scrollIntoView({ block: 'start' });
    scroll.scrollTop += element.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 8;
  };
  const typing = (words: string | null) => {
    clearTimeout(stopsTyping);
    typingLine.hidden = words === null;
    if (typingLine.lastElementChild !== null) typingLine.lastElementChild.textContent = words ?? '';
    if (words !== null) stopsTyping = window.setTimeout(() => typing(null), TYPING_MS);
  };
  const choose = (next: Extract<Shown, { type: 'message' }>['choices']) => {
    choices.replaceChildren(...toNodes(choicesView(next)));
    choices.hidden = next.length === 0;
  };
  const note = (words: string) => {
    const [line] = toNodes([el('div', { class: 'note' }, el('p', {}, words))]);
    add(line as HTMLElement, false);
  };
  const delivery: Screen['delivery'] = (article, state, why) => {
    const line = article.querySelector('.state');
    if (line === null) return;
    const words = { sending: WORDS.sending, waiting: WORDS.waiting, sent: WORDS.sent, failed: WORDS.failed };
    const retry = el('button', { name: 'retry', type: 'button' }, WORDS.retry);
    article.classList.toggle('unsent', state === 'failed');
    line.replaceChildren(
      ...toNodes([words[state], ...(state === 'failed' ? [` ${why ?? ''} `, retry] : [])]),
    );
    if (state === 'failed') notices.textContent = `${WORDS.failed} ${why ?? ''}`.trim();
  };
  const message = (one: Extract<Shown, { type: 'message' }>, live: boolean) => {
    const greeting = document.getElementById('greeting');
    const mine = byClient(one.clientId);
    if (mine !== null) {
      mine.dataset.id = one.id;
      return delivery(mine, 'sent');
    }
    // The page came with the greeting in it.
    if (greeting !== null && one.id.endsWith('|0000001')) greeting.dataset.id = one.id;
    else {
      const [article] = toNodes([messageView(one, rated)]) as [HTMLElement];
      if (one.answer !== null) deadlines.set(one.id, one.answer.deadlines);
      if (one.who === 'family') lastOwn = article;
      if (live && one.who !== 'family') announce(`${senderName(one)}: ${spoken(article)}`);
      add(article, live);
    }
    if (one.who !== 'family') typing(null);
    choose(one.who === 'family' ? [] : one.choices);
  };

  return {
    show(one, live) {
      if (one.type === 'typing') return typing(one.who === 'bot' ? WORDS.typing : WORDS.adviserTyping);
      if (seen.has(one.id)) return;
      seen.add(one.id);
      switch (one.type) {
        case 'message':
          return message(one, live);
        case 'person': {
          add(toNodes([personView(one, rated)])[0] as HTMLElement, live);
          if (live) announce(personWords(one.state, one.name || WORDS.adviser));
          return;
        }
        case 'rating': {
          rated.add(one.of);
          log
            .querySelector(`[data-rate="${CSS.escape(one.of)}"]`)
            ?.replaceWith(...toNodes([el('p', {}, WORDS.rated)]));
          return;
        }
        case 'forgotten': {
          log.replaceChildren();
          heard.replaceChildren();
          deadlines.clear();
          lastOwn = null;
          return choose([]);
        }
        case 'ended':
          return note(WORDS.ended);
      }
    },
    own(text, clientId) {
      const own = {
        type: 'message',
        id: '',
        who: 'family',
        name: '',
        text,
        at: '',
        choices: [],
        answer: null,
        clientId,
      } as const;
      const [article] = toNodes([messageView(own, rated)]) as [HTMLElement];
      delete article.dataset.id;
      lastOwn = article;
      add(article, true);
      choose([]);
      return article;
    },
    delivery,
    notice: (words) => {
      if (notices.textContent !== words) notices.textContent = words;
    },
    note,
    typing,
    announce,
    due: (id, date) => deadlines.get(id)?.filter((one) => one.date === date) ?? [],
  };
}

/** The words of a message as they are to be heard: what can be done with it comes later, by itself. */
function spoken(article: HTMLElement): string {
  const words = article.cloneNode(true) as HTMLElement;
  for (const part of words.querySelectorAll('.who,.after,.state,.vh')) part.remove();
  for (const part of words.querySelectorAll('p,li,ol,ul')) part.before(' ');
  return (words.textContent ?? '').replace(/\s+/g, ' ').trim();
}
