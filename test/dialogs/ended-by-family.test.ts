/** A client can end the conversation for good: nobody can write in it any more, so no adviser may wait there. */
import { expect, it } from 'vitest';
import { startTalk } from '../support/talk.ts';

it.each([
  ['waits', [], 'abandoned'],
  ['is taken', ['[takes the case]'], 'abandoned'],
  ['is talked about', ['[takes the case]', 'Hello.'], 'wrapping'],
])('a case that %s ends with the conversation', async (_, acts, state) => {
  const advisers = [{ name: 'Sam', council: 'dudley', atWork: true }];
  const talk = await startTalk({ council: 'dudley', today: '2026-11-23', advisers });
  try {
    await talk.terminal.say({ text: 'a person please' });
    for (const act of acts) await talk.advisers.act('Sam', act);
    await talk.terminal.say({ type: 'endOfConversation' });
    const [row] = await talk.storage.read((tx) => tx.casesOf(talk.conversationId));
    expect(row?.state).toBe(state);
  } finally {
    await talk.end();
  }
});
