import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_MESSAGE, readInput } from '../../dialogs/input.ts';

describe('what comes in', () => {
  test.each([undefined, '', '   ', '\u200b\u2060', '\u{E0041}\u{E0042}', '\u202e'])(
    'is empty when nothing can be seen: %j',
    (text) => {
      expect(readInput(text === undefined ? {} : { text })).toEqual({ type: 'empty' });
    },
  );

  test('is an attachment only when there are no words beside it', () => {
    const attachments = [{ contentType: 'image/png' }];
    expect(readInput({ attachments })).toEqual({ type: 'attachment' });
    expect(readInput({ attachments, text: 'this letter' })).toMatchObject({
      type: 'text',
      text: 'this letter',
    });
  });

  test('is symbols when nobody could read it out', () => {
    expect(readInput({ text: '😭😭 !!' })).toEqual({ type: 'symbols' });
  });

  test('has hidden characters taken out before anybody reads it', () => {
    expect(readInput({ text: 'no\u200b ti\u{E0074}me\u202e' })).toMatchObject({ text: 'no time' });
  });

  test('keeps its lines', () => {
    expect(readInput({ text: 'one\ntwo' })).toMatchObject({ text: 'one\ntwo' });
  });

  test('is read at both ends when it is very long', () => {
    const input = readInput({ text: `begin ${'x'.repeat(10_000)} end` });
    expect(input).toMatchObject({ type: 'text', shortened: true });
    if (input.type !== 'text') throw new Error('not text');
    expect(input.text.startsWith('begin ')).toBe(true);
    expect(input.text.endsWith(' end')).toBe(true);
  });

  test('never grows and never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6000 }), (text) => {
        const input = readInput({ text });
        if (input.type === 'text') expect(input.text.length).toBeLessThanOrEqual(LONGEST_MESSAGE + 1);
      }),
    );
  });
});
