import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hear } from '../../src/staff/hear.ts';
import { loadStaffWording } from '../../src/staff/wording.ts';

const words = loadStaffWording();
const alone = (text: string) => hear(text, words, false);
const inTalk = (text: string) => hear(text, words, true);
const command = (name: string, rest = '') => ({ type: 'command', command: name, words: rest });

describe('a command', () => {
  it.each([
    ['queue', command('queue')],
    ['  Queue. ', command('queue')],
    ['My cases', command('mine')],
    ['on duty', command('on-duty')],
    ['look up they refused to assess', command('look-up', 'they refused to assess')],
    ['lookup: they refused', command('look-up', 'they refused')],
    ['deadlines 12 November 2026', command('deadlines', '12 November 2026')],
    ['post cases here', command('post-here')],
    ['switch k7wpxq', command('switch', 'k7wpxq')],
    ['note: rang the school', command('note', 'rang the school')],
    ['hello', command('help')],
  ])('%j is heard', (text, heard) => {
    expect(alone(text)).toEqual(heard);
  });

  it.each(['queues are long', 'helper', 'contacts2', 'on duty today', 'my cases are many', 'note'])(
    '%j is none',
    (text) => {
      expect(alone(text)).toEqual({ type: 'words', text });
    },
  );
});

describe('to a family', () => {
  it.each([
    'Note that the letter wins over this date.',
    'Look up the number on your letter, please.',
    'Deadlines like this one are strict',
    'Contact the mediation adviser today.',
    'Close case officers are rare',
    'hello',
    'Hi',
    'help',
  ])('%j is said and never taken for a command', (text) => {
    expect(inTalk(text)).toEqual({ type: 'words', text });
  });

  it.each([
    ['look up: the review is late', command('look-up', 'the review is late')],
    ['note : rang the school', command('note', 'rang the school')],
    ['close case: advice given', command('close', 'advice given')],
    ['finish case', command('finish')],
    ['switch K7WPXQ', command('switch', 'K7WPXQ')],
  ])('%j stays between the adviser and the bot', (text, heard) => {
    expect(inTalk(text)).toEqual(heard);
  });

  it('nothing is lost of what is said, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const heard = inTalk(text);
        if (heard.type === 'words') expect(heard.text).toBe(text.trim());
      }),
    );
  });
});
