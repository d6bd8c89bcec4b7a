import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/shared/project-root.ts';
import { DatabaseError } from '../../src/storage/database-error.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { failToStart } from '../support/service.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-storage-'));
  file = join(folder, 'a.db');
});
afterEach(() => rm(folder, { recursive: true }));

function changed(sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}
const whyNot = (path = file) => openStorage(`file:${path}`).catch((error: unknown) => error);

describe('a database that cannot be opened', () => {
  it('because it is damaged stops the service with a sentence, not with a trace', async () => {
    await writeFile(file, 'x'.repeat(5_000));
    const { said, status } = await failToStart({ DATABASE_URL: `file:${file}` });
    expect(status).toBe(1);
    expect(said).toContain(`The database ${file} is damaged, or is not a database.`);
    expect(said).not.toContain(' at ');
  });

  it('because a newer version made it is said to be so', async () => {
    await (await openStorage(`file:${file}`)).close();
    changed("insert into kysely_migration values ('999-from-the-future', '2030-01-01T00:00:00Z')");
    const error = await whyNot();
    expect(error).toBeInstanceOf(DatabaseError);
    expect(String(error)).toContain('was made by a newer version of Signpost');
  });

  it.each(['is a folder', 'lies below a file'])('because its path %s is said to be so', async (what) => {
    if (what === 'is a folder') await mkdir(file);
    else await writeFile(file, '');
    const error = await whyNot(what === 'is a folder' ? file : join(file, 'b.db'));
    expect(error).toBeInstanceOf(DatabaseError);
    expect(String(error)).toContain('cannot be opened for writing');
  });

  it('because its tables cannot be made is left as it was', async () => {
    changed('create table states (mine)');
    expect(String(await whyNot())).toContain('already exists');
    const database = new Database(file);
    expect(database.prepare("select name from sqlite_master where type = 'table'").all()).toMatchObject([
      { name: 'states' },
    ]);
    database.close();
  });
});

it('a disk that takes no more is logged as that, and the service is not ready', async () => {
  // A process that may not make any file longer than this: 1,200 blocks of 512 or 1,024 bytes.
  const script = join(projectRoot, 'test/storage/support/fill-the-disk.ts');
  const { stdout } = await promisify(execFile)(
    'sh',
    ['-c', 'ulimit -f 1200 && exec "$0" "$@"', process.execPath, '--import', 'tsx', script, file],
    { cwd: projectRoot },
  );
  const { refused, logged, ready } = JSON.parse(stdout);
  expect([refused, ready]).toEqual(['StorageUnavailable', 503]);
  expect(JSON.parse(logged[0]).err.code).toMatch(/^SQLITE_(FULL|IOERR)/);
  expect(logged.join()).not.toContain('cries');
});
