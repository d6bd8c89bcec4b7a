import { choicesView, messageView, personView } from './message.ts';
import { el, type ViewElement } from './node.ts';
import type { Choice, Shown } from './shown-activity.ts';
import { WORDS } from './words.ts';

/** The first that was said since the family's own message; that one, while nothing was. */
export const NEW = 'new';

/** A whole conversation as the server shows it: what came before a "forget this" is not there. */
export function conversationView(all: readonly Shown[]): {
  readonly log: readonly ViewElement[];
  readonly choices: readonly ViewElement[];
} {
  const kept = all.slice(all.findLastIndex(({ type }) => type === 'forgotten') + 1);
  const rated = new Set(kept.flatMap((one) => (one.type === 'rating' ? [one.of] : [])));
  const last = kept.findLast(({ type }) => ['message', 'person', 'choices'].includes(type));
  const own = kept.findLastIndex((one) => one.type === 'message' && one.who === 'family');
  const next = kept.findIndex(({ type }, index) => index > own && (type === 'message' || type === 'person'));
  // A talk with a person has no answer yet: what the family said last is where it goes on.
  const opensAt = next === -1 ? own : next;
  return {
    log: kept.flatMap((one, index) => {
      switch (one.type) {
        case 'message':
          return [index === opensAt ? asNew(messageView(one, rated)) : messageView(one, rated)];
        case 'person':
          return [index === opensAt ? asNew(personView(one, rated)) : personView(one, rated)];
        case 'ended':
          return [el('div', { class: 'note', 'data-id': one.id }, el('p', {}, WORDS.ended))];
        default: // A rating is shown with what it rates; typing means nothing later.
          return [];
      }
    }),
    choices: choicesView(choicesAfter(last)),
  };
}

function choicesAfter(last: Shown | undefined): readonly Choice[] {
  if (last?.type === 'choices') return last.choices;
  return last?.type === 'message' && last.who !== 'family' ? last.choices : [];
}

/** Where the page without script opens: a long answer is read from its beginning. */
function asNew(view: ViewElement): ViewElement {
  return { ...view, attributes: { ...view.attributes, id: NEW } };
}
