import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Family, postJson } from '../support/direct-line-client.ts';
import { type Service, startService } from '../support/service.ts';

let folder: string;
let service: Service;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  service = await startService({ DATABASE_URL: `file:${join(folder, 'signpost.db')}` });
});
afterAll(async () => {
  await service.kill();
  rmSync(folder, { recursive: true });
});

const arrive = () => Family.arrives(service.url, 'dudley');
const lastWords = async (family: Family) => (await family.sees()).at(-1)?.text ?? '';

describe('a message that nobody expects is answered with a clear reply', () => {
  test.each([
    ['nothing at all', { type: 'message', text: '' }, 'came through empty'],
    ['no text', { type: 'message' }, 'came through empty'],
    ['only emoji', { type: 'message', text: '😡😡😡' }, 'I can only read words'],
    [
      'only invisible characters',
      { type: 'message', text: '\u200b\u202e\u0000\u{E0041}' },
      'came through empty',
    ],
    [
      'a picture',
      {
        type: 'message',
        attachments: [{ contentType: 'image/png', contentUrl: 'https://example.org/a.png' }],
      },
      "I can't open pictures",
    ],
  ])('%s', async (_, activity, expected) => {
    const family = await arrive();
    expect((await family.post(activity)).status).toBe(200);
    expect(await lastWords(family)).toContain(expected);
  });

  test('ten thousand characters', async () => {
    const family = await arrive();
    await family.says(`they refused to assess my son. ${'and another thing, '.repeat(600)}`.slice(0, 10_000));
    const said = (await family.sees()).map(({ text }) => text).join('\n');
    expect(said).toContain('more than I can read at once');
    expect((await family.sees()).length).toBeGreaterThanOrEqual(4);
  });

  test('HTML and Markdown, which come back to nobody', async () => {
    const family = await arrive();
    await family.says(
      '<img src=x onerror=alert(1)> [click](javascript:alert(1)) the council refused to assess him',
    );
    const fromBot = (await family.sees()).filter(({ from }) => from.role !== 'user').map(({ text }) => text);
    expect(fromBot.join('\n')).not.toMatch(/onerror|javascript:/);
  });
});

describe('nothing is lost and nothing is done twice', () => {
  test('two messages in the same instant are both answered, one after the other', async () => {
    const family = await arrive();
    const before = (await family.sees()).length;
    await Promise.all([family.says('hello', 'one'), family.says('thank you', 'two')]);
    const after = (await family.sees()).slice(before);
    const mine = after.flatMap(({ channelData }) => channelData?.clientActivityID ?? []);
    expect(mine.toSorted()).toEqual(['one', 'two']);
    expect(after.filter(({ from }) => from.role !== 'user')).toHaveLength(2);
  });

  test('the same message delivered twice is answered once, with the same id', async () => {
    const family = await arrive();
    const first = await family.says('thank you', 'same');
    const seen = await family.sees();
    expect(await family.says('thank you', 'same')).toBe(first);
    expect(await family.sees()).toEqual(seen);
  });

  test('what was deleted on request is gone, and the answer to the request is there', async () => {
    const family = await arrive();
    await family.says('my son Zebedee was refused');
    await family.says('forget this');
    const said = (await family.sees()).map(({ text }) => text ?? '');
    expect(said.join('\n')).not.toContain('Zebedee');
    expect(said.at(-1)).toContain('I have deleted what you wrote');
  });
});

describe('a request that is wrong gets a code and a sentence, and never our insides', () => {
  const cases: [string, () => Promise<Response>, number, string][] = [
    ['malformed JSON', () => postJson(`${service.url}/widget/token`, '{"council": '), 400, 'BadJson'],
    [
      'a body over the limit',
      () => postJson(`${service.url}/widget/token`, { x: 'y'.repeat(400_000) }),
      413,
      'BodyTooLarge',
    ],
    [
      'a council that nobody loaded',
      () => postJson(`${service.url}/widget/token`, { council: 'atlantis' }),
      404,
      'UnknownCouncil',
    ],
    ['no token', () => fetch(`${service.url}/v3/directline/conversations/x/activities`), 401, 'MissingToken'],
    ['an address that is not there', () => fetch(`${service.url}/nowhere`), 404, 'NotFound'],
    ['broken JSON for the bot', () => postJson(`${service.url}/api/messages`, '{{'), 400, 'BadJson'],
  ];
  test.each(cases)('%s', async (_, ask, status, code) => {
    const response = await ask();
    expect(response.status).toBe(status);
    const body = (await response.json()) as { error: { code: string; message: string } };
    expect(body.error.code).toBe(code);
    expect(body.error.message).toMatch(/^[A-Z].*\.$/);
    expect(JSON.stringify(body)).not.toMatch(/\s{2,}at |node_modules|\/src\//);
  });

  test('a conversation that is not there', async () => {
    const family = await arrive();
    const stranger = await arrive();
    const headers = { authorization: 'Bearer nonsense' };
    const path = `${service.url}/v3/directline/conversations/${stranger.conversationId}/activities`;
    expect((await fetch(path, { headers })).status).toBe(403);
    expect(family.conversationId).not.toBe(stranger.conversationId);
  });
});
