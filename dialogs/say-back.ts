/** One line that says what was understood, so that a wrong guess is seen and can be put right (rule 3). */
import type { Situation } from '../src/pathways/schema.ts';
import { fill } from '../src/shared/fill.ts';
import { paragraphs } from './reply.ts';
import type { Services } from './services.ts';

export function sayBack(services: Services, situation: Situation): string {
  const { wording } = services;
  const topic = services.knowledge().taxonomy.topics[situation.topic];
  const young = situation.cues.youngPerson === true;
  const heard =
    situation.kind === 'enquiry'
      ? fill(wording.heard.about, { about: topic.about })
      : fill(wording.heard.sounds, { heard: young ? topic.heardYoung : topic.heard });
  const taken = takenAs(services, situation);
  return paragraphs([heard, taken].filter((line) => line !== null).join(' '), young ? wording.young : null);
}

/** Concern, complaint or question; a decision that can be appealed is challenged, not complained about (rule 5). */
function takenAs(services: Services, { kind, counterparty: [main], topic }: Situation): string | null {
  const { heard } = services.wording;
  const { topics, counterparties } = services.knowledge().taxonomy;
  if (kind !== 'complaint') return heard.kind[kind];
  if (main === undefined) return null;
  const line = topics[topic].appealable ? heard.challenge : heard.kind.complaint;
  return fill(line, { whose: counterparties[main].name });
}
