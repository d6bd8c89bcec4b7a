import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { inTalk } from '../support/relay/in-talk.ts';

test('a database that cannot be written for ten seconds delays a talk and loses nothing of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  const { family, adviser, caseId, database, end } = await inTalk(folder);
  try {
    const holder = new Database(database);
    holder.exec('begin immediate');
    const words = ['one', 'two', 'three'];
    let done = false;
    const both = Promise.all([
      (async () => {
        for (const word of words) await family.says(`family ${word}`, `family-${word}`);
      })(),
      (async () => {
        for (const word of words)
          await adviser.does(caseId, { type: 'say', text: `adviser ${word}` }, `adviser-${word}`);
      })(),
    ]).then(() => {
      done = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    expect(done).toBe(false);
    holder.exec('rollback');
    holder.close();
    await both;
    await expect
      .poll(() =>
        adviser.heard
          .get(caseId)
          ?.map(({ text }) => text)
          .slice(-3),
      )
      .toEqual(words.map((word) => `family ${word}`));
    await expect
      .poll(() => family.heard.map(({ text }) => text))
      .toEqual(words.map((word) => `adviser ${word}`));
  } finally {
    await end();
    rmSync(folder, { recursive: true });
  }
}, 90_000);
