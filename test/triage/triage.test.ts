import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Triage } from '../../src/triage/schema.ts';
import { triage } from '../../src/triage/triage.ts';

const today = '2026-03-20';
const read = (text: string) => triage(text, { today });

test('any text at all gives a reading of the agreed shape, the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const reading = read(text);
      expect(Triage.parse(reading)).toEqual(reading);
      expect(read(text)).toEqual(reading);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['nothing', ''],
  ['spaces', ' \n\t '],
  ['marks', '?!?!...'],
  ['another script', 'школа отказала'],
  ['one long word', 'a'.repeat(4000)],
  ['half a character', '\ud800'],
])('%s is read without harm', (_, text) => {
  const reading = read(text);
  expect(reading.topics.length).toBeGreaterThan(0);
  expect(reading.decisionDate).toBeNull();
  expect(reading.urgent).toBe(false);
});

test('the numbers on the topics fall and fit the topics', () => {
  const { topics, confidence } = read('The taxi did not come again and the council do not answer the phone.');
  expect(confidence.topics).toHaveLength(topics.length);
  expect(confidence.topics).toEqual([...confidence.topics].sort((a, b) => b - a));
  expect(confidence.topics[0]).toBe(confidence.topic);
});

test.each([
  [
    'The council refused to assess my daughter. The letter is dated 3 March 2026.',
    { kind: 'complaint', counterparty: ['la'], decisionDate: '2026-03-03' },
  ],
  ['The taxi has been late every day this week and the council ignore my emails.', { kind: 'complaint' }],
  ['How do I ask the council for an EHC needs assessment?', { kind: 'enquiry', counterparty: ['la'] }],
])('%s', (text, expected) => {
  expect(read(text)).toMatchObject(expected);
});

test('a date of birth in a message about school is not the date of a decision', () => {
  const text =
    'My lad was born on 4 May 2015 and he has never got on with his class teacher, she talks over him, she sits him at the back by the door, and when he asks for the work to be read out she tells him to look at the board like the others do. What would you say to her?';
  expect(read(text).decisionDate).toBeNull();
});

test('text hidden from the eye changes nothing', () => {
  const hidden = [...'she wants to die'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('');
  const plain = 'When is the next review of her plan?';
  expect(read(plain + hidden)).toEqual(read(plain));
});
