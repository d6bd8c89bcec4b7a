/** What is left for the family that asked to be forgotten, and goes on writing. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTalk, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  const advisers = [{ name: 'Samantha', council: 'dudley', atWork: true }];
  talk = await startTalk({ council: 'dudley', today: '2026-11-23', advisers });
});
afterEach(() => talk.end());

const say = async (text: string) =>
  (await talk.terminal.say({ text })).map((reply) => reply.text ?? '').join('\n');

it('the bot never names the adviser of a talk that is forgotten', async () => {
  await say('a person please');
  await talk.advisers.act('Samantha', '[takes the case]');
  await talk.advisers.act('Samantha', 'Hello.');
  await talk.advisers.act('Samantha', '[ends the talk]');
  await talk.advisers.act('Samantha', '[closes the case: advice-given]');
  await say('forget this');
  const said = [await say('hello'), await say('thank you'), await say('what is mediation')].join('\n');
  expect(said).not.toContain('Samantha');
});
