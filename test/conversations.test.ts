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
    const { council, today, lines } = parseChat(readFileSync(join(folder, name), 'utf8'));
    let talk = await startTalk({ council, today });
    let replies: Partial<Activity>[] = [];
    try {
      for (const line of lines) {
        if (line.who === 'restart') talk = await talk.restart();
        else if (line.who === 'user') {
          expect(
            replies.map(({ text }) => text),
            `${name}:${line.line} comes before the bot was done`,
          ).toEqual([]);
          replies = [...(await talk.terminal.say(message(line.text)))];
        } else expectReply(replies.shift(), line, `${name}:${line.line}`);
      }
      expect(
        replies.map(({ text }) => text),
        `${name} ends before the bot was done`,
      ).toEqual([]);
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
