import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { describe, expect, test } from 'vitest';
import { type ChatLine, fits, flat, parseChat } from './support/chat-file.ts';
import { startTalk } from './support/talk.ts';

const folder = join(import.meta.dirname, 'conversations');
const files = readdirSync(folder).filter((name) => name.endsWith('.chat'));

describe('a conversation that an adviser wrote down goes as written', () => {
  test('there are at least twenty of them', () => {
    expect(files.length).toBeGreaterThanOrEqual(20);
  });

  test.each(files)('%s', async (name) => {
    const { lines, ...options } = parseChat(readFileSync(join(folder, name), 'utf8'));
    let talk = await startTalk(options);
    const waiting: Partial<Activity>[] = [];
    const nothingLeft = (where: string) =>
      expect(
        waiting.map(({ text }) => text),
        where,
      ).toEqual([]);
    /** What the family was shown by then: the adviser's own words, and the bot's, which lines of the file follow. */
    const look = async (words: string | null, where: string) => {
      const shown = await talk.shown();
      const adviser = shown.filter(({ from }) => from === 'adviser').map(({ activity }) => activity.text);
      expect(adviser, where).toEqual(words === null || words.startsWith('[') ? [] : [words]);
      waiting.push(...shown.filter(({ from }) => from === 'bot').map(({ activity }) => activity));
    };
    try {
      for (const line of lines) {
        const where = `${name}:${line.line}`;
        if (line.who === 'bot') {
          expectReply(waiting.shift(), line, where);
          continue;
        }
        nothingLeft(`${where} comes before the bot was done`);
        if (line.who === 'restart') talk = await talk.restart();
        else if (line.who === 'clock') await talk.pass(line.minutes);
        else if (line.who === 'user') await talk.terminal.say(message(line.text));
        else await talk.advisers.act(line.name, line.text);
        await look(line.who === 'adviser' ? line.text : null, where);
      }
      nothingLeft(`${name} ends before the bot was done`);
    } finally {
      await talk.end();
    }
  });
});

function message(text: string): Partial<Activity> {
  if (text !== '[Attachment]') return { text };
  return {
    text: '',
    attachments: [{ contentType: 'image/jpeg', contentUrl: 'https://example.org/letter.jpg' }],
  };
}

function expectReply(
  reply: Partial<Activity> | undefined,
  line: ChatLine & { who: 'bot' },
  where: string,
): void {
  const said = reply?.text ?? 'nothing';
  if (!fits(said, line.text)) expect(flat(said), where).toBe(line.text);
  if (line.buttons === null) return;
  expect(
    reply?.suggestedActions?.actions.map(({ title }) => title),
    where,
  ).toEqual(line.buttons);
}
