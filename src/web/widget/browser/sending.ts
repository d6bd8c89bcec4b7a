import { type Asked, activityOf } from '../../view/form-activity.ts';
import { WORDS } from '../../view/words.ts';
import type { FamilyTyping } from './family-typing.ts';
import type { Line } from './line.ts';
import { createOutbox } from './outbox.ts';
import type { Screen } from './screen.ts';

const MOST_CHARACTERS = 10_000;

/** What a family sends, and what becomes of it on the screen. */
export interface Sending {
  /** @returns whether it was taken; what was not stays in the box */
  say(words: string): boolean;
  /** A message that could not be sent, once more. */
  again(article: HTMLElement): void;
  rate(asked: Extract<Asked, { type: 'rate' }>): void;
}

export function createSending(line: Line, screen: Screen, typing: FamilyTyping): Sending {
  const send = createOutbox(line);
  const deliver = (words: string, clientId: string, article: HTMLElement) => {
    send(activityOf({ type: 'say', text: words }, clientId), (state, why) => {
      screen.delivery(article, state, why);
      // A person answers in their own time, and says so themselves.
      if (!typing.isWithPerson()) screen.typing(state === 'sending' ? WORDS.typing : null);
    });
  };
  return {
    say(words) {
      if (words.trim() === '' || words.length > MOST_CHARACTERS) {
        screen.notice(words.trim() === '' ? WORDS.empty : WORDS.tooLong);
        return false;
      }
      const clientId = crypto.randomUUID();
      deliver(words, clientId, screen.own(words, clientId));
      return true;
    },
    again(article) {
      deliver(article.querySelector('.typed')?.textContent ?? '', article.dataset.client ?? '', article);
    },
    rate(asked) {
      send(activityOf(asked, ''), () => undefined);
      screen.arrive([{ type: 'rating', id: `rated ${asked.value.of}`, of: asked.value.of }], true);
    },
  };
}
