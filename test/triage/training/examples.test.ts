import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MODEL_FILE } from '../../../src/triage/load-assets.ts';
import { readArtefact } from '../../../src/triage/model/artefact.ts';
import { checkExamples } from '../../../src/triage/training/check-examples.ts';
import type { Example } from '../../../src/triage/training/example.ts';
import { loadExamples, trainingHash } from '../../../src/triage/training/load-examples.ts';

const example = (text: string): Example => ({
  text,
  kind: 'enquiry',
  counterparty: ['la'],
  topic: 'transport',
  topics2: [],
  urgent: false,
});

test('the same text twice is found, whatever its case and marks', () => {
  expect(checkExamples([example('Who pays for the taxi?'), example('who pays for the taxi')])).toEqual([
    'The same text twice: "who pays for the taxi"',
  ]);
});

test('a text with one word changed is found', () => {
  const found = checkExamples([
    example('does the council pay for a taxi to college'),
    example('does the council pay for a taxi to nursery'),
  ]);
  expect(found.some((line) => line.startsWith('Nearly the same'))).toBe(true);
});

test('a phrase of eight words in two examples is found', () => {
  const phrase = 'nobody has told us when it will start';
  const found = checkExamples([
    example(`The bus, ${phrase}`),
    example(`Speech therapy and ${phrase} again, sorry`),
  ]);
  expect(found).toEqual([`2 examples share "${phrase}"`]);
});

test('our examples are no copies of each other and follow no template', () => {
  expect(checkExamples(loadExamples())).toEqual([]);
});

test('the model was made from the examples that are here', () => {
  const { examples } = readArtefact(readFileSync(MODEL_FILE));
  expect(examples === trainingHash(), 'the examples have changed: run npm run train').toBe(true);
});
