import { messageView } from '../../view/message.ts';
import { el } from '../../view/node.ts';
import { WORDS } from '../../view/words.ts';
import type { Delivery } from './outbox.ts';
import { toNodes } from './to-nodes.ts';

/** A message of the family's own, before the service has it. */
export function ownMessage(text: string, clientId: string): HTMLElement {
  const message = {
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
  const [article] = toNodes([messageView(message, new Set())]) as [HTMLElement];
  delete article.dataset.id;
  return article;
}

/** Says beside the message what has become of it. @param why the service's own words, when it was refused */
export function showDelivery(article: HTMLElement, state: Delivery, why = ''): void {
  const failed = state === 'failed';
  const retry = el('button', { name: 'retry', type: 'button' }, WORDS.retry);
  article.classList.toggle('unsent', failed);
  article
    .querySelector('.state')
    ?.replaceChildren(...toNodes([WORDS[state], ...(failed ? [` ${why} `, retry] : [])]));
}
