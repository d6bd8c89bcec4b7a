import { describe, expect, test } from 'vitest';
import { TOPICS } from '../../src/shared/vocabulary.ts';
import { knowledge } from './support/pathway-rules.ts';

const { topics, counterparties, kinds } = knowledge.taxonomy;

describe.each(TOPICS)('the words for %s', (topic) => {
  const { heard, heardYoung, about, button } = topics[topic];

  test('finish the sentence they stand in', () => {
    for (const clause of [heard, heardYoung, about]) {
      expect(clause).toMatch(/^[a-z]/);
      expect(clause).not.toMatch(/[.!?]$/);
    }
    expect(`It sounds as if ${heard}`).toMatch(/ if (the council|your child|you|this) /);
  });

  test('speak to a young person of themselves', () => {
    expect(heardYoung).not.toMatch(/your child|their|them\b/);
  });

  test('open EHC the first time', () => {
    for (const clause of [heard, heardYoung]) {
      if (/\bplan\b/.test(clause)) expect(clause).toContain('education, health and care (EHC) plan');
    }
  });

  test('fit a button that no other topic has', () => {
    expect(TOPICS.filter((other) => topics[other].button === button)).toEqual([topic]);
  });
});

test('no name by which a family may call a body is given to two of them', () => {
  const all = Object.values(counterparties).flatMap(({ aliases }) =>
    aliases.map((alias) => alias.toLowerCase()),
  );
  expect(all.filter((alias, index) => all.indexOf(alias) !== index)).toEqual([]);
});

test('no word for a kind sounds like a reproach', () => {
  for (const { heard, button } of Object.values(kinds))
    expect(`${heard} ${button}`).not.toMatch(/complain|moan|demand/i);
});
