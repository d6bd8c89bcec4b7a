import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentences, windows } from '../../../src/triage/words/windows.ts';

test('a message of one sentence has no part but itself', () => {
  expect(windows('School rang again about his shoes.')).toEqual([]);
});

test('every sentence of some length and every two neighbours are parts', () => {
  expect(windows('The form came. No. He hid a knife.')).toEqual([
    'The form came',
    'He hid a knife',
    'The form came. No',
    'No. He hid a knife',
  ]);
});

test('a sentence that never stops is cut into pieces that overlap', () => {
  const words = Array.from({ length: 90 }, (_, i) => `w${i}`);
  const cut = windows(words.join(' '));
  expect(cut.length).toBeGreaterThan(4);
  for (const word of words.slice(10, 80)) {
    expect(cut.filter((piece) => piece.split(' ').includes(word)).length).toBeGreaterThanOrEqual(2);
  }
});

test('no word of a message is outside every part, and the parts are few', () => {
  const message = fc.array(
    fc.array(fc.constantFrom('he', 'ran', 'off', 'again', 'today'), { minLength: 3, maxLength: 70 }),
    {
      minLength: 2,
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(message, (parts) => {
      const text = parts.map((words) => words.join(' ')).join('. ');
      const cut = windows(text);
      expect(cut.length).toBeLessThanOrEqual(60);
      const most = Math.max(...cut.map((piece) => piece.split(/\s+/).length));
      expect(cut.length === 0 || most >= Math.min(3, text.split(' ').length)).toBe(true);
    }),
  );
});

test('stops alone are no sentences', () => {
  expect(sentences('...!?\n\n;')).toEqual([]);
});
