import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TOPICS } from '../../../src/shared/vocabulary.ts';
import { OUTPUTS, PARTIES } from '../../../src/triage/model/heads.ts';
import { chancesOf, ranked } from '../../../src/triage/model/predict.ts';

const even = {
  temperature: { kind: 1, party: 1, topic: 1, urgent: 1 },
  topicTellsParty: 0.5,
  partyOfTopic: new Float32Array(TOPICS.length * PARTIES.length).fill(1 / PARTIES.length),
};
const sum = (chances: Float32Array) => chances.reduce((total, chance) => total + chance, 0);

test('chances of every question sum to one whatever the scores', () => {
  const scores = fc.float32Array({ minLength: OUTPUTS, maxLength: OUTPUTS, min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(scores, (row) => {
      const { kind, party, topic } = chancesOf(row, even);
      for (const chances of [kind, party, topic]) expect(sum(chances)).toBeCloseTo(1, 4);
    }),
  );
});

test('a topic that is always about one body pulls the counterparty to it', () => {
  const table = even.partyOfTopic.slice();
  table.fill(0, 0, PARTIES.length);
  table[PARTIES.indexOf('health')] = 1;
  const scores = new Float32Array(OUTPUTS);
  scores[OUTPUTS - TOPICS.length] = 20;
  const { party } = chancesOf(scores, { ...even, partyOfTopic: table });
  expect(party[PARTIES.indexOf('health')]).toBeCloseTo(0.625, 3);
});

test('equal chances keep the order of the vocabulary', () => {
  expect(ranked(Float32Array.of(0.2, 0.4, 0.2, 0.2))).toEqual([1, 0, 2, 3]);
});
