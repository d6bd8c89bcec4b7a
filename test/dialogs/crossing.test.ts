import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/bot/bot.ts';
import { createTerminal } from '../../src/channels/terminal/terminal.ts';
import { startTalk, type Talk } from '../support/talk.ts';

describe('what an adviser does in another process while the bot decides on a message', () => {
  let talk: Talk;
  beforeEach(async () => {
    const advisers = [{ name: 'Sam', council: 'dudley', atWork: true }];
    talk = await startTalk({ council: 'dudley', today: '2026-11-23', advisers });
    await talk.terminal.say({ text: 'a person please' });
  });
  afterEach(() => talk.end());

  /** Says something, and lets Sam act after the bot has decided and before its decision is kept. */
  const sayWhile = async (text: string, act: string) => {
    let turns = 0;
    const bot: Bot = {
      async onTurn(context) {
        const commit = await talk.bot.onTurn(context);
        turns += 1;
        if (turns === 1) await talk.advisers.act('Sam', act);
        return commit;
      },
    };
    const terminal = createTerminal({ ...talk, bot, council: 'dudley' });
    const replies = await terminal.say({ text });
    expect(turns).toBe(2);
    return replies.map((reply) => reply.text);
  };

  it('is not talked over: taken in between, the case is the adviser’s and the bot gives no answer', async () => {
    expect(await sayWhile('what is mediation', '[takes the case]')).toEqual([
      expect.stringContaining('An adviser is opening your case now'),
    ]);
  });

  it('sends no message to an empty room: put back in between, it is the bot that answers', async () => {
    await talk.advisers.act('Sam', '[takes the case]');
    const [answer] = await sayWhile('what is mediation', '[puts the case back]');
    expect(answer).toContain('ediation');
  });

  it('does not open a second case for a family that has one', async () => {
    await talk.terminal.say({ text: 'stop waiting' });
    await talk.terminal.say({ text: 'a person please' });
    const open = await talk.storage.read((tx) => tx.casesOf(talk.conversationId));
    expect(open.map(({ state }) => state).sort()).toEqual(['abandoned', 'waiting']);
  });
});

describe('what the family wrote', () => {
  it('goes to an adviser elsewhere only while that adviser has the case', async () => {
    const heard: string[] = [];
    const advisers = [{ name: 'Sam', council: 'dudley', atWork: true }];
    const watcher = {
      changed: async () => {},
      familySaid: async (_: unknown, __: unknown, text: string) => void heard.push(text),
    };
    const talk = await startTalk({ council: 'dudley', today: '2026-11-23', advisers, watchers: [watcher] });
    try {
      await talk.terminal.say({ text: 'a person please' });
      await talk.terminal.say({ text: 'what is mediation' });
      await talk.advisers.act('Sam', '[takes the case]');
      await talk.terminal.say({ text: 'hello\u200b Sam' });
      await talk.advisers.act('Sam', 'Hello.');
      await talk.terminal.say({ text: '?' });
      await talk.terminal.say({ text: '' });
      await talk.terminal.say({ text: 'he has taken tablets and wants to die' });
      await talk.terminal.say({ text: 'end the chat' });
      await talk.terminal.say({ text: 'what is mediation' });
    } finally {
      await talk.end();
    }
    expect(heard).toEqual(['hello Sam', '?', 'he has taken tablets and wants to die']);
  });
});
