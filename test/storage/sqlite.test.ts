import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.ts';
import { stateKey } from '../../src/storage/state-key.ts';
import { storageContract } from './storage-contract.ts';
import { at, caseRow, conversationRow, outboxItem, said } from './support/rows.ts';

storageContract('SQLite in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-storage-'));
  return {
    open: () => openStorage(`file:${folder}/deeper/signpost.db`),
    destroy: () => rm(folder, { recursive: true }),
  };
});

describe('the SQLite file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signpost-storage-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const bytes = async () => {
    const files = await readdir(folder);
    return (await Promise.all(files.map((file) => readFile(join(folder, file))))).map((one) =>
      one.toString('latin1'),
    );
  };

  it.each(['postgres://u:geheim@host/db', 'signpost.db', 'file:', 'file://host/x.db', ''])(
    'is not opened from %j, and the error names the setting and no secret',
    async (url) => {
      const error = await openStorage(url).catch((reason: unknown) => reason);
      expect(String(error)).toContain('DATABASE_URL');
      expect(String(error)).not.toContain('geheim');
    },
  );

  it('refuses a database that a newer version has changed', async () => {
    const storage = await openStorage(`file:${folder}/a.db`);
    await storage.close();
    const { default: Database } = await import('libsql');
    const raw = new Database(`${folder}/a.db`);
    raw.exec("insert into kysely_migration values ('999-from-the-future', '2030-01-01T00:00:00Z')");
    raw.close();
    await expect(openStorage(`file:${folder}/a.db`)).rejects.toThrow();
  });

  it('refuses a file that is not a database', async () => {
    await writeFile(join(folder, 'a.db'), 'x'.repeat(5_000));
    await expect(openStorage(`file:${folder}/a.db`)).rejects.toThrow();
  });

  it('holds no byte of what was forgotten, while open and after', async () => {
    const secret = 'my lad cries every morning';
    const storage = await openStorage(`file:${folder}/a.db`);
    await storage.transaction(async (tx) => {
      await tx.createConversation(conversationRow('c'));
      await tx.createConversation(conversationRow('d'));
    });
    // Long ones too: they live on overflow pages.
    for (const times of [1, 50, 900]) {
      await storage.transaction(async (tx) => {
        await tx.append('c', [said(secret.repeat(times), `${secret}-${times}`)]);
        await tx.append('d', [said('unrelated')]);
        const before = await tx.state(stateKey('c', 'situation'));
        await tx.saveState(stateKey('c', 'situation'), { secret, times }, before?.version ?? 0);
        await tx.addToOutbox([outboxItem('lane', secret.repeat(times), 'c')]);
        await tx.insertCase(caseRow(`${times}`, 'c', { open: false }));
        const body = { type: 'noted', text: secret.repeat(times) };
        await tx.addCaseEvents(`${times}`, [{ at: at(0), clientId: null, actor: null, body }]);
      });
    }
    expect((await bytes()).some((one) => one.includes(secret))).toBe(true);
    await storage.transaction((tx) => tx.forgetConversation('c'));
    expect((await bytes()).some((one) => one.includes(secret))).toBe(false);
    await storage.close();
    expect((await bytes()).some((one) => one.includes(secret))).toBe(false);
  });

  it('holds none of it after the next start either, where a page kept a copy of a row that was moved', async () => {
    let seed = 2;
    const upTo = (most: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return 1 + Math.floor((seed / 2 ** 31) ** 3 * most);
    };
    const ids = Array.from({ length: 60 }, (_, n) => n);
    const storage = await openStorage(`file:${folder}/a.db`);
    await storage.transaction(async (tx) => {
      for (const n of ids) await tx.createConversation(conversationRow(`c${n}`));
      for (let round = 0; round < 6; round++)
        for (const n of ids) {
          // As many bytes as it took for SQLite to leave such copies.
          const words = `SECRET${n}Q `.repeat(upTo(900));
          const to = {
            lane: `l${n % 20}`,
            kind: 'email',
            conversationId: `c${n}`,
            createdAt: at(0),
          } as const;
          await tx.addToOutbox([{ ...to, payload: { text: words } }]);
          if (round !== 4 || n % 3 !== 0) continue;
          for (const { id } of await tx.takeFromOutbox(at(0), at(0), 5)) await tx.removeFromOutbox(id);
        }
    });
    const forgotten = ids.filter((n) => n % 2 === 0);
    for (const n of forgotten) await storage.transaction((tx) => tx.forgetConversation(`c${n}`));
    await storage.close();
    const again = await openStorage(`file:${folder}/a.db`);
    const files = await bytes();
    await again.close();
    expect(forgotten.filter((n) => files.some((one) => one.includes(`SECRET${n}Q`)))).toEqual([]);
    expect(files.some((one) => one.includes('SECRET1Q'))).toBe(true);
  });

  it('can be read by nobody else on the machine', async () => {
    const storage = await openStorage(`file:${folder}/new/a.db`);
    await storage.close();
    expect((await stat(join(folder, 'new', 'a.db'))).mode & 0o077).toBe(0);
    expect((await stat(join(folder, 'new'))).mode & 0o077).toBe(0);
  });

  it('need not be a file at all', async () => {
    const storage = await openStorage('file::memory:');
    await storage.transaction((tx) => tx.saveState('k', 1, 0));
    expect(await storage.transaction((tx) => tx.state('k'))).toEqual({ value: 1, version: 1 });
    await storage.close();
  });
});
