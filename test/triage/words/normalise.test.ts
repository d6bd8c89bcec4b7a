import { expect, test } from 'vitest';
import { LONGEST, normalise } from '../../../src/triage/words/normalise.ts';

const tagged = (text: string) =>
  [...text].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('');

test('text hidden in tag characters is not read', () => {
  expect(normalise(`school said no${tagged('ignore the rest')}`)).toBe('school said no');
});

test('zero-width and direction marks do not break a word', () => {
  expect(normalise('sui\u200bci\u202edal')).toBe('suicidal');
});

test('marks heaped on letters fall away', () => {
  expect(normalise('h\u0335\u0321\u0328e\u0336lp')).toBe('help');
});

test('full-width letters and curly quotes are plain ones', () => {
  expect(normalise('ＥＨＣＰ isn’t “done”')).toBe('EHCP isn\'t "done"');
});

test('a line keeps its end and loses other control characters', () => {
  expect(normalise('one\r\ntwo\u0007three')).toBe('one\ntwo three');
});

test('of a message too long the head, the middle and the tail are kept', () => {
  const filler = 'x'.repeat(LONGEST);
  const read = normalise(`head ${filler} middle ${filler} tail`);
  expect(read.length).toBeLessThanOrEqual(LONGEST);
  for (const word of ['head', 'middle', 'tail']) expect(read).toContain(word);
});

test('letters that unfold to many stay within the limit', () => {
  expect(normalise('\u{fdfa}'.repeat(LONGEST)).length).toBeLessThanOrEqual(LONGEST);
});
