/** Cases as a list, each with the one button that fits. */
import type { Case } from '../../handoff/case.ts';
import { fill } from '../../shared/fill.ts';
import { submitData } from '../submit.ts';
import { type Action, type Card, card, type Element } from './card.ts';
import { type CaseDeps, caseLines } from './case-lines.ts';
import { button, heading, text } from './elements.ts';

/** Teams shows six buttons under a card; a list longer than a phone's screen is not read. */
export const MOST_LISTED = 6;

export interface QueueOptions {
  readonly title: string;
  readonly empty: string;
  /** How many there are besides those listed. */
  readonly more: number;
  readonly verb: 'accept' | 'pick';
  /** The case that plain words go to. */
  readonly current: string | null;
}

export function queueCard(cases: readonly Case[], deps: CaseDeps, options: QueueOptions, now: Date): Card {
  const { words } = deps;
  const { title, empty, more, verb, current } = options;
  const lines = cases.map((of) => ({ of, lines: caseLines(of, deps, now) }));
  const body: Element[] = [
    heading(title),
    ...(cases.length === 0 ? [text(empty)] : []),
    ...lines.map(({ of, lines: { place, topic, state, since, deadline } }): Element => {
      const line = fill(words.queue.line, { ref: of.ref, place, topic });
      const notes = [state, since, deadline?.words ?? null].filter((one) => one !== null);
      return {
        type: 'Container',
        separator: true,
        ...(of.red ? { style: 'attention' as const } : {}),
        items: [
          text(line),
          text(notes.join(' · '), { isSubtle: true, size: 'small', spacing: 'none' }),
          ...(of.id === current ? [text(words.queue.current, { size: 'small', spacing: 'none' })] : []),
        ],
      };
    }),
    ...(more > 0 ? [text(fill(words.queue.more, { n: String(more) }))] : []),
  ];
  const wording = verb === 'accept' ? words.buttons.accept : words.buttons.open;
  const actions: Action[] = cases
    .filter(({ id }) => verb === 'accept' || id !== current || cases.length === 1)
    .map(({ id, ref }) => button(`${wording} ${ref}`, submitData({ verb, case: id })));
  const speak = [title, ...(cases.length === 0 ? [empty] : lines.map((one) => one.lines.topic))].join('. ');
  return card(speak, body, actions);
}
