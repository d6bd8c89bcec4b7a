/** One line that says what was understood, so that a wrong guess is seen and can be put right (rule 3). */
import type { Situation } from '../src/pathways/schema.ts';
import { fill } from '../src/shared/fill.ts';
import { paragraphs } from './reply.ts';
import type { Services } from './services.ts';

export function sayBack(services: Services, situation: Situation): string {
  const { wording } = services;
  const young = situation.cues.youngPerson === true;
  const heard = wordsHeard(services, situation, young);
  const taken = takenAs(services, situation);
  return paragraphs([heard, taken].filter((line) => line !== null).join(' '), young ? wording.young : null);
}

/** A fear is not said back as a fact: nobody has refused anything yet. */
function wordsHeard(services: Services, { kind, cues, dates, topic }: Situation, young: boolean): string {
  const { heard } = services.wording;
  const words = services.knowledge().taxonomy.topics[topic];
  if (kind === 'enquiry') return fill(heard.about, { about: words.about });
  const decided = cues.decisionInHand === true || dates.decision !== undefined;
  if (kind === 'concern' && words.appealable && !decided) return fill(heard.worried, { about: words.about });
  return fill(heard.sounds, { heard: young ? words.heardYoung : words.heard });
}

/** Concern, complaint or question; a decision that can be appealed is challenged, not complained about (rule 5). */
function takenAs(services: Services, { kind, counterparty: [main], topic, cues }: Situation): string | null {
  const { heard } = services.wording;
  const { topics, counterparties } = services.knowledge().taxonomy;
  if (kind !== 'complaint') return heard.kind[kind];
  if (main === undefined) return null;
  const line = topics[topic].appealable && cues.plan !== 'draft' ? heard.challenge : heard.kind.complaint;
  return fill(line, { whose: counterparties[main].name });
}
