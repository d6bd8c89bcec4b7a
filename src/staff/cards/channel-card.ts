/** A case as a council's channel sees it: that somebody waits, since when, and by which day; no word of theirs. */
import type { Case } from '../../handoff/case.ts';
import { fill } from '../../shared/fill.ts';
import { submitData } from '../submit.ts';
import { type Card, card, type Element } from './card.ts';
import { type CaseDeps, caseLines } from './case-lines.ts';
import { button, heading, text } from './elements.ts';

/** A deadline this near is shown in red. */
const PRESSING_DAYS = 14;

export function channelCard(of: Case, deps: CaseDeps, now: Date): Card {
  const { words } = deps;
  const { place, topic, state, since, deadline } = caseLines(of, deps, now);
  const { status, ref, id } = of;
  const over = status.state === 'closed' || status.state === 'abandoned';
  const wanted = status.state === 'waiting' || status.state === 'message-left';
  // What the matter was is nobody's business once it is over.
  const matter: Element[] = over
    ? []
    : [
        text(topic, { spacing: 'small' }),
        ...(deadline === null
          ? []
          : [
              text(deadline.words, {
                weight: 'bolder',
                color: deadline.days <= PRESSING_DAYS ? 'attention' : 'default',
                spacing: 'small',
              }),
            ]),
      ];
  const body: Element[] = [
    ...(of.red && !over ? [redLine(words.case.red)] : []),
    heading(state),
    text(`${place} · ${ref}`, { isSubtle: true, spacing: 'none' }),
    ...matter,
    ...(since === null ? [] : [text(since, { isSubtle: true, size: 'small', spacing: 'small' })]),
  ];
  const spokenTopic = over ? '' : topic;
  const speak = fill(words.case.speak, { state, place, topic: spokenTopic, ref: spelled(ref) });
  const accept = button(words.buttons.accept, submitData({ verb: 'accept', case: id }), {
    style: 'positive',
  });
  return card(speak, body, wanted ? [accept] : [], `${state}. ${place} · ${ref}`);
}

export function redLine(words: string): Element {
  return {
    type: 'Container',
    style: 'attention',
    items: [text(words, { weight: 'bolder', color: 'attention' })],
  };
}

/** So that it is read out letter by letter. */
export function spelled(ref: string): string {
  return [...ref].join(' ');
}
