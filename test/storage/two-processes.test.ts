import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/shared/log.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import { openSqlite } from '../../src/storage/open-sqlite.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { type Storage, VersionConflict } from '../../src/storage/storage.ts';
import type { Wait } from '../../src/storage/wait.ts';
import { at, caseRow, conversationRow, outboxItem, said } from './support/rows.ts';

const SECRET = 'my lad cries every morning';
let folder: string;
let file: string;
let logged: string[];
let open: Storage[];
let other: Database.Database | null;
let child: ChildProcess | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-storage-'));
  file = join(folder, 'a.db');
  [logged, open, other, child] = [[], [], null, null];
});
afterEach(async () => {
  child?.kill('SIGKILL');
  other?.close();
  for (const storage of open) await storage.close();
  await rm(folder, { recursive: true });
});

async function opened(wait?: Wait): Promise<Storage> {
  const log = createLog('warn', { write: (line: string) => logged.push(line) });
  const storage = await openStorage(`file:${file}`, wait === undefined ? { log } : { log, wait });
  open.push(storage);
  return storage;
}

/** A second connection that has begun; whether it holds the write lock or only reads, it has it now. */
function begun(how: 'begin' | 'begin immediate'): Database.Database {
  const connection = new Database(file);
  connection.exec(how);
  connection.prepare('select count(*) from states').all();
  other = connection;
  return connection;
}

describe('while another process writes', () => {
  it('a write waits for it, and everything else goes on', async () => {
    let storage = await opened();
    await storage.transaction((tx) => tx.saveState('k', 'before', 0));
    let meanwhile: unknown = null;
    const wait: Wait = async () => {
      meanwhile ??= await storage.read((tx) => tx.state('k'));
      if (connection.inTransaction) connection.exec('rollback');
    };
    storage = await opened(wait);
    const connection = begun('begin immediate');
    await storage.transaction((tx) => tx.saveState('k', 'after', 1));
    expect(meanwhile).toMatchObject({ value: 'before' });
    expect(await storage.read((tx) => tx.state('k'))).toMatchObject({ value: 'after' });
    expect(logged).toEqual([]);
  });

  it('which is a process of its own, this one stays awake', async () => {
    const storage = await opened();
    const holds = join(projectRoot, 'test/storage/support/hold-write-lock.ts');
    const holder = spawn(process.execPath, ['--import', 'tsx', holds, file], {
      cwd: projectRoot,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child = holder;
    await once(holder.stdout, 'data');
    const written = storage.transaction((tx) => tx.saveState('k', 1, 0));
    // Runs only if the wait for the lock lets it, and the lock is given up only here.
    setImmediate(() => holder.stdin.end());
    expect(await written).toBe(1);
  });

  it('SQLite itself, which would stop the whole process, is not left to wait', () => {
    const database = openSqlite(file);
    expect(database.prepare('PRAGMA busy_timeout').get()).toMatchObject({ timeout: 0 });
    database.close();
  });

  it('for too long, a write is given up before any of it was done, and the next one is whole', async () => {
    let waits = 0;
    const storage = await opened(async () => {
      waits += 1;
    });
    const connection = begun('begin immediate');
    let ran = 0;
    const write = () =>
      storage.transaction((tx) => {
        ran += 1;
        return tx.saveState('k', 1, 0);
      });
    await expect(write()).rejects.toMatchObject({ code: 'StorageUnavailable' });
    expect(ran).toBe(0);
    expect(waits).toBeGreaterThan(50);
    expect(logged.map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, err: { code: 'SQLITE_BUSY' }, msg: 'storage failed' },
    ]);
    connection.exec('rollback');
    expect(await write()).toBe(1);
  });

  it('the database is not opened for ever, and it says why', async () => {
    await opened();
    begun('begin immediate');
    await expect(opened(async () => undefined)).rejects.toThrow(`${file} is in use by another program`);
  });
});

it('gives one message that two processes took to one of them', async () => {
  const [one, two] = [await opened(), await opened()];
  await one.transaction((tx) => tx.createConversation(conversationRow('c')));
  const results = await Promise.allSettled(
    [one, two].map(async (storage) => {
      if ((await storage.read((tx) => tx.activityByClientId('c', 'id-1'))) !== null) throw new Error('seen');
      await storage.transaction((tx) => tx.append('c', [said('once', 'id-1')]));
    }),
  );
  const [lost, ...more] = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(lost).toBeInstanceOf(VersionConflict);
  expect(more).toEqual([]);
  expect(await two.read((tx) => tx.lastSeq('c'))).toBe(1);
});

it('opens one case of a family for whom two processes open one', async () => {
  const [one, two] = [await opened(), await opened()];
  const results = await Promise.allSettled(
    [one, two].map(async (storage, n) => {
      if ((await storage.read((tx) => tx.openCaseOf('c'))) !== null) throw new Error('seen');
      await storage.transaction((tx) => tx.insertCase(caseRow(`${n}`, 'c')));
    }),
  );
  const [lost, ...more] = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(lost).toBeInstanceOf(VersionConflict);
  expect(more).toEqual([]);
  expect(await two.read((tx) => tx.casesOf('c'))).toHaveLength(1);
});

it('gives what is to be sent to one of two processes that ask for it, until its hold is over', async () => {
  const [one, two] = [await opened(), await opened()];
  const lanes = Array.from({ length: 20 }, (_, n) => outboxItem(`lane ${n}`, n));
  await one.transaction((tx) => tx.addToOutbox(lanes));
  const take = (storage: Storage, now: number) =>
    storage.transaction((tx) => tx.takeFromOutbox(at(now), at(now + 5), 3));
  const taken = await Promise.all(Array.from({ length: 8 }, (_, n) => take(n % 2 === 0 ? one : two, 0)));
  const ids = taken.flat().map((item) => item.id);
  expect(ids).toHaveLength(20);
  expect(new Set(ids).size).toBe(20);
  // The first process died with all that it held.
  expect(await take(two, 4)).toEqual([]);
  expect(await take(two, 5)).toHaveLength(3);
});

describe('while another process reads', () => {
  /** A timer that goes off when the test says. */
  function timers() {
    const set: { ms: number; keepAlive: boolean; ring: () => void }[] = [];
    const wait: Wait = (ms, keepAlive) =>
      new Promise<void>((resolve) => {
        set.push({ ms, keepAlive, ring: resolve });
      });
    return { set, wait };
  }
  /** All that needs no timer and no input has been done by then. */
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const holdsSecret = async () => {
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    return files.some((bytes) => bytes.includes(SECRET));
  };
  async function forgetWhileRead(storage: Storage) {
    await storage.transaction(async (tx) => {
      await tx.createConversation(conversationRow('c'));
      await tx.append('c', [said(SECRET)]);
    });
    const reader = begun('begin');
    await storage.transaction((tx) => tx.forgetConversation('c'));
    return reader;
  }

  it('what was forgotten is wiped as soon as it can be, and nobody waits for that', async () => {
    const { set, wait } = timers();
    const storage = await opened(wait);
    const reader = await forgetWhileRead(storage);
    for (let n = 0; n < 5; n++) await storage.transaction((tx) => tx.saveState('k', n, n));
    expect(set).toHaveLength(1);
    expect(set[0]).toMatchObject({ keepAlive: false });
    expect(set[0]?.ms).toBeGreaterThanOrEqual(1_000);
    expect(await holdsSecret()).toBe(true);

    reader.exec('commit');
    set[0]?.ring();
    await turn();
    expect(await holdsSecret()).toBe(false);
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain('lad');
  });

  it('it goes on trying, and stops when it is closed', async () => {
    const { set, wait } = timers();
    const storage = await opened(wait);
    await forgetWhileRead(storage);
    set[0]?.ring();
    await turn();
    expect(set).toHaveLength(2);
    await storage.close();
    open = [];
    set[1]?.ring();
    await turn();
    expect(set).toHaveLength(2);
  });

  it('what a killed process could not wipe is wiped at the next start', async () => {
    const { wait } = timers();
    const reader = await forgetWhileRead(await opened(wait));
    reader.exec('commit');
    expect(await holdsSecret()).toBe(true);
    await opened(wait);
    expect(await holdsSecret()).toBe(false);
  });
});
