import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { greeting } from '../../dialogs/greeting.ts';
import { loadWords } from '../../dialogs/load-words.ts';
import { dudley, smallKnowledge } from '../knowledge/small-knowledge.ts';

const { wording } = loadWords();
const welcome = 'Hello from Dudley Council.';
const council = stringify({ ...dudley, look: { welcome } });
const knowledge = smallKnowledge({ 'councils/dudley/council.yaml': council });
const greet = (slug: string | null) => greeting({ wording, knowledge: () => knowledge }, slug);

test('a council says its own first words, and what must be said follows all the same', () => {
  const [first, ...rest] = greet('dudley').split('\n\n');
  expect(first).toBe(welcome);
  expect(rest.join()).toContain('computer program');
  expect(rest.join()).toContain('ask for a person at any time');
  expect(rest.join()).toContain('999');
});

test('a council without words of its own is named, and nobody is named where there is none', () => {
  expect(greet('leicester')).toMatch(/^Hello\. This is Signpost for Leicester\./);
  expect(greet(null)).toMatch(/^Hello\. This is Signpost\./);
});
