import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Family } from '../support/direct-line-client.ts';
import { type Service, startService } from '../support/service.ts';

let folder: string;
let service: Service | undefined;
const start = async () => {
  service = await startService({ DATABASE_URL: `file:${join(folder, 'signpost.db')}` });
  return service;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-'));
});
afterEach(async () => {
  await service?.kill();
  rmSync(folder, { recursive: true });
});

describe('a service that is killed in the middle of a conversation', () => {
  test('goes on where it was when it is started again', async () => {
    const before = await start();
    const family = await Family.arrives(before.url, 'dudley');
    await family.says('they refused to assess my son, we have the letter');
    const question = (await family.sees()).at(-1)?.text ?? '';
    expect(question).toContain('What date is printed on the letter?');
    await before.kill();

    const after = await start();
    const back = family.at(after.url);
    await back.says('3 March 2026');
    expect((await back.sees()).at(-1)?.text).toContain('Tuesday 3 March 2026');
  });

  test('has every message that it had acknowledged, once and in order, whenever it is killed', async () => {
    let running = await start();
    let family = await Family.arrives(running.url, 'somerset');
    const acknowledged: string[] = [];
    for (let round = 1; round <= 4; round += 1) {
      await family.says(`message ${round}`, `client-${round}`).then(
        () => acknowledged.push(`client-${round}`),
        () => {},
      );
      // Sent and cut off before the answer: the family does not know, so it will send it again.
      const unknown = family.says(`message ${round} cut off`, `cut-${round}`).catch(() => null);
      await running.kill();
      await unknown;
      running = await start();
      family = family.at(running.url);
      await family.says(`message ${round} cut off`, `cut-${round}`);
      acknowledged.push(`cut-${round}`);
    }
    const mine = (await family.sees()).filter(({ from }) => from.role === 'user' || from.id !== 'signpost');
    const seen = mine.flatMap(({ type, channelData }) =>
      type === 'message' ? [channelData?.clientActivityID] : [],
    );
    expect(seen).toEqual(acknowledged);
  });
});
