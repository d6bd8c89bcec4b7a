/** A family's situation, in a sentence or from a form, as staff are answered: the same route, with the law. */
import { hearCouncil } from '../../dialogs/hearing/council.ts';
import { dateKindNamed } from '../../dialogs/hearing/date-kind.ts';
import { plain } from '../../dialogs/hearing/plain.ts';
import { crisisNumbers } from '../../dialogs/safety.ts';
import { newSituation, orderTopics } from '../../dialogs/situation.ts';
import type { Situation } from '../pathways/schema.ts';
import { fill } from '../shared/fill.ts';
import type { Topic } from '../shared/vocabulary.ts';
import type { Triage } from '../triage/schema.ts';
import { answerCard } from './cards/answer-card.ts';
import { card, cardBytes, type Element, MOST_BYTES } from './cards/card.ts';
import { button, heading, showCard, text } from './cards/elements.ts';
import { situationForm } from './cards/forms.ts';
import { type StaffReply, say, show } from './reply.ts';
import type { StaffServices } from './services.ts';
import { submitData } from './submit.ts';
import type { StaffWording } from './wording.ts';

export interface LookUpDeps {
  readonly services: StaffServices;
  readonly words: StaffWording;
}

/** @param home the council of the person who asks, when they have only one */
export function lookUpWords(said: string, deps: LookUpDeps, home: string | null): StaffReply[] {
  const { services, words } = deps;
  const triage = services.triage(said);
  const heard = hearCouncil(said, services.knowledge().councils.values(), services.hearing);
  const council = heard !== null && 'council' in heard ? heard.council.slug : home;
  const urgent = triage.urgent || triage.maybeUrgent;
  const asked = services.ask(said, council, triage.topics);
  if (asked.found === 'outside' && !urgent) return [say(asked.answer)];
  const [best] = triage.topics;
  const sure = best !== undefined && triage.confidence.topic >= services.confidence.answer;
  if (best === undefined || !sure) return [whichTopic(triage, council, deps, urgent)];
  const order = orderTopics(
    triage,
    best,
    services.confidence.also,
    (topic) => services.knowledge().taxonomy.topics[topic].appealable,
  );
  const [main = best] = order;
  const situation = situationOf(said, triage, main, council, services);
  const question = triage.kind === 'enquiry' && triage.cues.decisionInHand !== true && !urgent;
  if (question && triage.decisionDate === null && asked.found === 'pages') {
    return [say(asked.answer), show(routeButton(situation, deps))];
  }
  const others = order.slice(1).map((topic) => services.knowledge().taxonomy.topics[topic].about);
  const first = [
    ...(urgent ? [crisis(deps, council)] : []),
    ...(others.length === 0 ? [] : [text(fill(words.answer.other, { topics: others.join(', ') }))]),
  ];
  return answerFor(situation, deps, first);
}

/** The family's own answer, word for word, as a message that can be copied. */
export function familyCopy(situation: Situation, { services }: LookUpDeps): StaffReply {
  return say(services.answer(services.pathway(situation)));
}

/** The card; and where Teams would refuse it for its length, the text that families get. */
export function answerFor(
  situation: Situation,
  deps: LookUpDeps,
  first: readonly Element[] = [],
): StaffReply[] {
  const { services, words } = deps;
  const pathway = services.pathway(situation);
  const form = situationForm(deps, situation, situation.council);
  const change = showCard(words.buttons.change, form.body, form.actions);
  const full = answerCard(situation, pathway, { services, words, first, change });
  if (cardBytes(full) <= MOST_BYTES) return [show(full)];
  return [say(words.answer.tooLong), familyCopy(situation, deps)];
}

function situationOf(
  said: string,
  triage: Triage,
  topic: Topic,
  council: string | null,
  services: StaffServices,
): Situation {
  const usual = services.knowledge().taxonomy.topics[topic].counterparty;
  const fresh = newSituation(triage, topic, council, usual);
  const certificate = services.readCertificate(said);
  const situation = certificate === null ? fresh : { ...fresh, dates: { ...fresh.dates, certificate } };
  const { date } = services.readDate(said, null);
  const kind = dateKindNamed(plain(said));
  if (date === null || kind === null || kind === 'decision') return situation;
  return { ...situation, dates: { ...situation.dates, [kind]: date } };
}

function whichTopic(triage: Triage, council: string | null, deps: LookUpDeps, urgent: boolean): StaffReply {
  const { services, words } = deps;
  const { topics } = services.knowledge().taxonomy;
  const near = triage.topics.filter((topic) => topic !== 'other');
  const form = situationForm(deps, null, council);
  const readings = near.map((topic) => {
    const situation = newSituation(triage, topic, council, topics[topic].counterparty);
    const back = submitData({ verb: 'look-up', topic, council: council ?? '', situation });
    return button(topics[topic].button, back);
  });
  return show(
    card(
      words.answer.which,
      [
        ...(urgent ? [crisis(deps, council)] : []),
        heading(words.answer.which),
        text(words.answer.noneOfThese),
      ],
      [...readings, showCard(words.buttons.form, form.body, form.actions)],
    ),
  );
}

function routeButton(situation: Situation, { services, words }: LookUpDeps) {
  const { council, topic } = situation;
  const title = services.knowledge().taxonomy.topics[topic].button;
  const back = submitData({ verb: 'look-up', topic, council: council ?? '', situation });
  return card(title, [text(title)], [button(words.buttons['whole-route'], back)]);
}

/** The numbers that a family would be given before anything else. */
function crisis({ services, words }: LookUpDeps, council: string | null): Element {
  const { bodies } = services.wording.urgent;
  return {
    type: 'Container',
    style: 'attention',
    items: [text(words.answer.urgent, { weight: 'bolder' }), text(crisisNumbers(services, bodies, council))],
  };
}
