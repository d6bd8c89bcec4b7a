import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tokenSecret } from '../../../src/channels/direct-line/token-secret.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('refuses a kept secret that was cut short', async () => {
  await writeFile(join(folder, 'token-secret'), 'abcd');
  expect(() => tokenSecret(null, join(folder, 'a.db'))).toThrow('TOKEN_SECRET');
});

it('is made once, kept for this user alone, and found again', async () => {
  const database = join(folder, 'deeper', 'a.db');
  const first = tokenSecret(null, database);
  expect(first.length).toBe(32);
  expect(tokenSecret(null, database)).toEqual(first);
  expect((await stat(join(folder, 'deeper', 'token-secret'))).mode & 0o777).toBe(0o600);
});

it('is the one given, and then no file is made', async () => {
  const given = 'x'.repeat(32);
  expect(new TextDecoder().decode(tokenSecret(given, join(folder, 'a.db')))).toBe(given);
  await expect(stat(join(folder, 'token-secret'))).rejects.toThrow();
});

it('lives no longer than a database in memory', () => {
  expect(tokenSecret(null, ':memory:')).not.toEqual(tokenSecret(null, ':memory:'));
});
