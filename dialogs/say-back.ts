/** One line that says what was understood, so that a wrong guess is seen and can be put right (rule 3). */
import type { Situation } from '../src/pathways/schema.ts';
import { paragraphs } from './reply.ts';
import type { Services } from './services.ts';
import { fill } from './wording.ts';

export function sayBack(services: Services, situation: Situation): string {
  const { wording } = services;
  const { topics, counterparties } = services.knowledge().taxonomy;
  const topic = topics[situation.topic];
  const young = situation.cues.youngPerson === true;
  const heard =
    situation.kind === 'enquiry'
      ? fill(wording.heard.about, { about: topic.about })
      : fill(wording.heard.sounds, { heard: young ? topic.heardYoung : topic.heard });
  const main = situation.counterparty[0];
  const kind =
    situation.kind === 'complaint' && main === undefined
      ? null
      : fill(wording.heard.kind[situation.kind], {
          whose: main === undefined ? '' : counterparties[main].name,
        });
  return paragraphs([heard, kind].filter(Boolean).join(' '), young ? wording.young : null);
}
