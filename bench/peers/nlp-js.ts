import { NlpManager } from 'node-nlp';
import type { Example } from '../../src/triage/training/example.ts';
import { normalise } from '../../src/triage/words/normalise.ts';
import type { Spellings } from '../../src/triage/words/spellings.ts';
import { tokenise } from '../../src/triage/words/tokenise.ts';
import { commonestFirst } from './commonest-first.ts';
import { mainParty, type System } from './system.ts';

type Ranking<T> = (text: string) => Promise<T[]>;

/**
 * NLP.js, a model for each question. Trains until its own settings stop it, which takes minutes. Our way of
 * normalising a text helped it, if at all, with topics only, tried once on a fifth of the examples.
 */
export async function nlpJs(examples: readonly Example[], spellings: Spellings): Promise<System> {
  const plain = (text: string): string => tokenise(normalise(text), spellings).join(' ');
  const kind = await trained(examples.map((example) => ({ text: example.text, label: example.kind })));
  const party = await trained(examples.map((example) => ({ text: example.text, label: mainParty(example) })));
  const topic = await trained(
    examples.map((example) => ({ text: plain(example.text), label: example.topic })),
  );
  return {
    name: 'NLP.js 4.27',
    setup:
      'NlpManager for English with its own settings, a model for each question, its training run to its own ' +
      'end, no "None" intent, the text as written but normalised as ours for topics; where it ' +
      'lights up no intent, or fewer than three, the commonest labels of the examples follow; timed without ' +
      'its entities and sentiment',
    read: async (text) => {
      const [firstKind] = await kind(text);
      const [firstParty] = await party(text);
      const topics = await topic(plain(text));
      return { kind: firstKind ?? 'concern', party: firstParty ?? 'none', topics: topics.slice(0, 3) };
    },
  };
}

async function trained<T extends string>(rows: readonly { text: string; label: T }[]): Promise<Ranking<T>> {
  const manager = new NlpManager({
    languages: ['en'],
    autoSave: false,
    nlu: { log: false, useNoneFeature: false },
  });
  for (const { text, label } of rows) manager.addDocument('en', text, label);
  await manager.train();
  const labels = commonestFirst(rows.map(({ label }) => label));
  return async (text) => {
    const { classifications } = await manager.classify('en', text);
    const lit = classifications
      .filter(({ score }) => score > 0)
      .flatMap(({ intent }) => labels.filter((label) => label === intent));
    return [...lit, ...labels.filter((label) => !lit.includes(label))];
  };
}
