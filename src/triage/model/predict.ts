import { TOPICS } from '../../shared/vocabulary.ts';
import { HEADS, PARTIES } from './heads.ts';
import { softmax } from './softmax.ts';
import type { TriageModel } from './triage-model.ts';

/** Chances of each answer, in the order of the vocabulary; each list sums to 1. */
export type Chances = {
  readonly kind: Float32Array;
  readonly party: Float32Array;
  readonly topic: Float32Array;
};

/** Chances from the label scores: the counterparty is told partly by the topic. */
export function chancesOf(
  scores: Float32Array,
  model: Pick<TriageModel, 'temperature' | 'topicTellsParty' | 'partyOfTopic'>,
): Chances {
  const { temperature, topicTellsParty, partyOfTopic } = model;
  const kind = softmax(scores, HEADS.kind.from, HEADS.kind.size, temperature.kind);
  const direct = softmax(scores, HEADS.party.from, HEADS.party.size, temperature.party);
  const topic = softmax(scores, HEADS.topic.from, HEADS.topic.size, temperature.topic);
  const party = direct.map((chance, p) => {
    let told = 0;
    for (let t = 0; t < TOPICS.length; t++) {
      told += (topic[t] as number) * (partyOfTopic[t * PARTIES.length + p] as number);
    }
    return (1 - topicTellsParty) * chance + topicTellsParty * told;
  });
  return { kind, party, topic };
}

/** Places of the answers, likeliest first. */
export function ranked(chances: Float32Array): number[] {
  const places = Array.from(chances.keys());
  return places.sort((a, b) => (chances[b] as number) - (chances[a] as number) || a - b);
}
