import { choicesView, messageView, personView, senderName, typingWords } from '../../view/message.ts';
import { el } from '../../view/node.ts';
import type { Choice, Deadline, Shown } from '../../view/shown-activity.ts';
import { WORDS } from '../../view/words.ts';
import type { Announcer } from './announcer.ts';
import { find } from './find.ts';
import type { Delivery } from './outbox.ts';
import { ownMessage, showDelivery } from './own-message.ts';
import type { Place } from './place.ts';
import { spoken } from './spoken.ts';
import { toNodes } from './to-nodes.ts';
import { createTypingSign } from './typing-sign.ts';

export interface Screen {
  /** Everything that came at one moment. `live`: just now, so it is announced. */
  arrive(all: readonly Shown[], live: boolean): void;
  /** A message of the family's own, before the service has it. */
  own(text: string, clientId: string): HTMLElement;
  delivery(article: HTMLElement, state: Delivery, why?: string): void;
  notice(words: string): void;
  /** Takes the notice away if it is still these words. */
  unnotice(words: string): void;
  /** A word about the conversation itself, in it. */
  note(words: string): void;
  typing(words: string | null): void;
  /** What is due on a day that a message names; none when the server showed that message. */
  due(id: string, date: string): readonly Deadline[];
}

/** @param news told of each thing that somebody else said or did just now, in words */
export function createScreen(place: Place, announcer: Announcer, news: (words: string) => void): Screen {
  const [log, choices, notices] = [find('log'), find('choices'), find('notice')];
  const sign = createTypingSign(find('typing'));
  const rated = new Set<string>();
  const deadlines = new Map<string, readonly Deadline[]>();
  const seen = new Set(
    [...log.querySelectorAll<HTMLElement>('[data-id]')].map(({ dataset }) => dataset.id ?? ''),
  );

  const typing = (words: string | null) => {
    if (words === null) sign(null);
    else place.atEnd(() => sign(words));
  };
  const byClient = (clientId: string | null) =>
    clientId === null ? null : log.querySelector<HTMLElement>(`[data-client="${CSS.escape(clientId)}"]`);
  const add = (element: HTMLElement): HTMLElement => {
    log.append(element);
    for (const button of element.querySelectorAll<HTMLElement>('.script')) button.hidden = false;
    return element;
  };
  const choose = (next: readonly Choice[]) => {
    choices.replaceChildren(...toNodes(choicesView(next)));
    choices.hidden = next.length === 0;
  };
  const note = (words: string) => {
    const [line] = toNodes([el('div', { class: 'note' }, el('p', {}, words))]) as [HTMLElement];
    place.toEnd(add(line));
  };
  const notice = (words: string) => {
    if (notices.textContent !== words) notices.textContent = words;
  };
  const unnotice = (words: string) => {
    if (notices.textContent === words) notices.textContent = '';
  };
  const message = (one: Extract<Shown, { type: 'message' }>, live: boolean) => {
    const greeting = document.getElementById('greeting');
    const mine = byClient(one.clientId);
    if (mine !== null) {
      mine.dataset.id = one.id;
      return place.atEnd(() => showDelivery(mine, 'sent'));
    }
    // The page came with the greeting in it.
    if (greeting !== null && one.id.endsWith('|0000001')) greeting.dataset.id = one.id;
    else {
      const [article] = toNodes([messageView(one, rated)]) as [HTMLElement];
      if (one.answer !== null) deadlines.set(one.id, one.answer.deadlines);
      add(article);
      if (one.who === 'family') place.toEnd(article);
      else {
        place.came(article);
        if (live) news(`${senderName(one)}: ${spoken(article)}`);
      }
    }
    if (one.who !== 'family') typing(null);
    choose(one.who === 'family' ? [] : one.choices);
  };
  const show = (one: Shown, live: boolean) => {
    if (one.type === 'typing') return typing(typingWords(one));
    if (seen.has(one.id)) return;
    seen.add(one.id);
    switch (one.type) {
      case 'message':
        return message(one, live);
      case 'person': {
        const [line] = toNodes([personView(one, rated)]) as [HTMLElement];
        place.came(add(line));
        typing(null);
        choose([]);
        if (live) news(spoken(line));
        return;
      }
      case 'choices':
        return choose(one.choices);
      case 'rating':
        rated.add(one.of);
        return log
          .querySelector(`[data-rate="${CSS.escape(one.of)}"]`)
          ?.replaceWith(...toNodes([el('p', {}, WORDS.rated)]));
      case 'forgotten':
        log.replaceChildren();
        announcer.clear();
        deadlines.clear();
        return choose([]);
      case 'ended':
        return note(WORDS.ended);
    }
  };

  return {
    arrive(all, live) {
      place.begin();
      for (const one of all) show(one, live);
      place.settle(live);
    },
    own(text, clientId) {
      const article = add(ownMessage(text, clientId));
      choose([]);
      place.toEnd(article);
      return article;
    },
    delivery(article, state, why) {
      place.atEnd(() => showDelivery(article, state, why));
      if (state === 'failed') notice(`${WORDS.failed} ${why ?? ''}`.trim());
    },
    notice,
    unnotice,
    note,
    typing,
    due: (id, date) => deadlines.get(id)?.filter((one) => one.date === date) ?? [],
  };
}
