/** `signpost adviser` as an operator types it, beside a service that has the same database open. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPassword } from '../../src/handoff/sign-in/password-hash.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';

let folder: string;
let address: string;
let service: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-adviser-'));
  address = `file:${join(folder, 'signpost.db')}`;
  service = await openStorage(address);
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

/** The tests follow one account, in their order. */
const signpost = (args: readonly string[], input = '', env: Record<string, string> = {}) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', 'adviser', ...args],
      { cwd: projectRoot, env: { ...process.env, DATABASE_URL: address, ...env } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
    child.stdin?.end(input);
  });
const sam = ['--name', 'Sam', '--login', 'sam@example.org'];
const stored = () => service.read((tx) => tx.adviserByLogin('sam@example.org'));

test('a council that is not loaded is refused with those that are', async () => {
  const { code, out, err } = await signpost(['add', ...sam, '--council', 'dudly']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/Not loaded: dudly\. Loaded: dudley, leicester/);
  expect(await stored()).toBeNull();
});

test('a password that is too short is refused and not repeated', async () => {
  const { code, err } = await signpost(
    ['add', ...sam, '--council', 'dudley', '--password-stdin'],
    'geheim\n',
  );
  expect(code).toBe(1);
  expect(err).toContain('at least 12 characters');
  expect(err).not.toContain('geheim');
});

test('an account is made, with a password that is shown once', async () => {
  const { code, out } = await signpost(['add', ...sam, '--council', 'dudley', '--council', 'leicester']);
  expect(code).toBe(0);
  const made = /^Password: (\S+)$/m.exec(out)?.[1] ?? '';
  const row = await stored();
  expect(row).toMatchObject({ name: 'Sam', councils: ['dudley', 'leicester'], disabled: false });
  expect(await isPassword(made, row?.passwordHash ?? null)).toBe(true);
});

test('it gets another password, which is not repeated', async () => {
  const change = ['password', 'sam@example.org', '--password-stdin'];
  const { code, out, err } = await signpost(change, 'a new long password\n');
  expect([code, err]).toEqual([0, '']);
  expect(out).not.toContain('a new long password');
  expect(await isPassword('a new long password', (await stored())?.passwordHash ?? null)).toBe(true);
});

test('it is disabled even while the content cannot be read, and listed as such', async () => {
  const { out } = await signpost(['disable', 'sam@example.org'], '', { KNOWLEDGE_DIR: '/nowhere' });
  expect(out).toBe('sam@example.org  Sam  dudley, leicester  disabled\n');
  expect((await stored())?.disabled).toBe(true);
  expect((await signpost(['list'])).out).toBe(`${out}1 advisers.\n`);
});
