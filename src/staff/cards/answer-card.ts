/** A pathway as staff read it: the dates and how they were counted, the law, the steps and what each rests on. */
import { pageFor } from '../../knowledge/merge/pages-for.ts';
import { dayToSay } from '../../pathways/deadline-line.ts';
import type { Deadline, Pathway, Situation } from '../../pathways/schema.ts';
import { dayInWords } from '../../shared/day-in-words.ts';
import { fill } from '../../shared/fill.ts';
import type { StaffServices } from '../services.ts';
import { submitData } from '../submit.ts';
import type { StaffWording } from '../wording.ts';
import { type Action, type Card, card, type Element } from './card.ts';
import { daysLeft } from './days-left.ts';
import { button, heading, text } from './elements.ts';
import { spoken } from './markdown.ts';
import { sourceLink } from './source-link.ts';

export interface AnswerCardOptions {
  readonly services: StaffServices;
  readonly words: StaffWording;
  /** Lines that come before everything else, such as the crisis numbers. */
  readonly first?: readonly Element[];
  /** The form that puts right what was misread. */
  readonly change: Action;
}

export function answerCard(situation: Situation, pathway: Pathway, options: AnswerCardOptions): Card {
  const { services, words, first = [], change } = options;
  const { answer } = words;
  const knowledge = services.knowledge();
  const about = aboutLine(situation, services, words);
  const [main] = pathway.deadlines;
  const date = main === undefined ? pathway.lead : `${main.label}: ${dayInWords(main.date)}.`;
  const speak = fill(answer.speak, { about, date, steps: String(pathway.steps.length) });
  const body: Element[] = [
    ...first,
    heading(about),
    text(takenLine(situation, services, words), { isSubtle: true, size: 'small', spacing: 'none' }),
    text(pathway.lead),
    heading(answer.dates),
    ...(main === undefined ? [text(answer.noDates)] : []),
    ...pathway.deadlines.map((deadline) => deadlineBlock(deadline, pathway.today, words)),
    ...(pathway.wants === null
      ? []
      : [text(fill(answer.wants, { date: words.deadlines.kinds[pathway.wants].toLowerCase() }))]),
    heading(answer.steps),
    ...pathway.steps.map((step, index): Element => {
      const n = String(index + 1);
      const who = step.who.replace(/[.:]$/, '');
      const by = step.by === undefined ? '' : ` ${fill(answer.by, { day: dayInWords(step.by) })}`;
      const source = pageFor(knowledge, situation.council, step.page)?.sources[0];
      return {
        type: 'Container',
        spacing: 'small',
        items: [
          text(`${fill(answer.step, { n, who, action: step.action })}${by}`),
          ...(step.contacts.length === 0
            ? []
            : [text(step.contacts.map((line) => `- ${line}`).join('\n'), { spacing: 'none' })]),
          ...(source === undefined
            ? []
            : [text(fill(answer.page, { source: sourceLink(source) }), { ...SMALL, spacing: 'none' })]),
        ],
      };
    }),
    ...(pathway.warnings.length === 0
      ? []
      : [heading(answer.warnings), ...pathway.warnings.map((warning) => text(warning))]),
    ...(pathway.next === undefined ? [] : [text(`**${answer.next}** ${pathway.next}`)]),
    ...(pathway.overdue.length === 0
      ? []
      : [
          text(fill(answer.overdue, { titles: pathway.overdue.map(({ title }) => title).join(', ') }), {
            color: 'warning',
          }),
        ]),
  ];
  const actions = [
    button(words.buttons.copy, submitData({ verb: 'copy', situation }), { style: 'positive' }),
    change,
  ];
  return card(spoken(speak), body, actions, spoken(`${about}. ${date}`));
}

const SMALL = { isSubtle: true, size: 'small' } as const;

/** One time limit: what must happen, the day, the days left, the count, the law and where it was read. */
export function deadlineBlock(deadline: Deadline, today: string, { answer }: StaffWording): Element {
  const day = dayInWords(dayToSay(deadline, today));
  const left = daysLeft(deadline, today, answer);
  const until =
    deadline.acceptedUntil === deadline.date || deadline.passed
      ? ''
      : ` ${fill(answer.safeUntil, { day: dayInWords(deadline.acceptedUntil) })}`;
  const pressing = deadline.passed || left.days <= 14;
  const [source] = deadline.sources;
  return {
    type: 'Container',
    ...(pressing && deadline.binds === 'family' ? { style: 'attention' as const } : {}),
    spacing: 'small',
    items: [
      text(`${deadline.label}: **${day}** (${left.words}).${until}`),
      text(deadline.counted, { spacing: 'none' }),
      ...(deadline.binds === 'body' ? [text(answer.body, { ...SMALL, spacing: 'none' })] : []),
      text(
        [
          deadline.authority === undefined
            ? answer.noLaw
            : fill(answer.law, { authority: deadline.authority }),
          ...(source === undefined ? [] : [fill(answer.source, { source: sourceLink(source) })]),
        ].join(' · '),
        { ...SMALL, spacing: 'none' },
      ),
      ...(deadline.passed && deadline.late !== undefined ? [text(deadline.late)] : []),
    ],
  };
}

/** "The council will not assess · Dudley". */
export function aboutLine(situation: Situation, services: StaffServices, { answer }: StaffWording): string {
  const { taxonomy, councils } = services.knowledge();
  const place = situation.council === null ? undefined : councils.get(situation.council)?.place;
  const about = taxonomy.topics[situation.topic].button;
  return fill(answer.about, { about, place: place ?? answer.anyCouncil });
}

function takenLine({ kind, counterparty: [main] }: Situation, services: StaffServices, words: StaffWording) {
  const { counterparties } = services.knowledge().taxonomy;
  const whose = main === undefined ? words.answer.nobody : counterparties[main].name;
  return fill(words.answer.taken, { kind, whose });
}
