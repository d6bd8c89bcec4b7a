/** Accounts as the operator manages them. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AccountDeps,
  AccountError,
  addAccount,
  changePassword,
  setCouncils,
  setDisabled,
} from '../../../src/handoff/sign-in/accounts.ts';
import { isPassword } from '../../../src/handoff/sign-in/password-hash.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';

const PASSWORD = 'correct horse battery';
const now = new Date('2026-11-23T10:00:00Z');
let storage: Storage;
let deps: AccountDeps;
beforeEach(async () => {
  storage = await openStorage('file::memory:');
  deps = { storage, now, newId: randomUUID, random: randomBytes, known: () => ['dudley', 'leicester'] };
});
afterEach(() => storage.close());

const sam = { name: 'Sam', login: 'Sam@Example.org ', councils: ['dudley'], password: PASSWORD };
const sessionOf = async (adviserId: string) => {
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const row = { hash: randomUUID(), adviserId, createdAt: now, usedAt: now, expiresAt };
  await storage.transaction((tx) => tx.createSession(row));
  return row.hash;
};
const isThere = async (hash: string) => (await storage.read((tx) => tx.session(hash))) !== null;

describe('an account is not made', () => {
  test.each([
    [
      'a council that is not loaded',
      { councils: ['dudley', 'dudly'] },
      /Not loaded: dudly\. Loaded: dudley, leicester/,
    ],
    ['no council', { councils: [] }, /at least one council: dudley, leicester/],
    ['a short password', { password: 'eleven char' }, /at least 12 characters/],
    ['its login as password', { password: 'SAM@example.org' }, /must not be the login/],
    ['the same few signs', { password: 'abababababab' }, /repeats/],
    ['a password without end', { password: randomBytes(300).toString('hex') }, /at most 256/],
    ['a login that is no address', { login: 'sam' }, /e-mail address/],
    ['a login that could pass for another kind', { login: 'https://idp|sam@x' }, /e-mail address/],
    ['no name', { name: ' \n ' }, /1 to 60/],
  ])('with %s', async (_, change, message) => {
    await expect(addAccount(deps, { ...sam, ...change })).rejects.toThrow(message);
    await expect(addAccount(deps, { ...sam, ...change })).rejects.toThrow(AccountError);
    expect(await storage.read((tx) => tx.advisers(null))).toEqual([]);
  });
  test('with a login that is taken, however it is written', async () => {
    await addAccount(deps, sam);
    await expect(addAccount(deps, { ...sam, login: 'SAM@EXAMPLE.ORG' })).rejects.toThrow(/already/);
  });
});

describe('an account', () => {
  test('is on duty, and its password is stored as a hash with its cost and salt', async () => {
    const row = await addAccount(deps, { ...sam, name: ' Sam\u0007  Smith' });
    expect(row).toMatchObject({ name: 'Sam Smith', login: 'sam@example.org', onDuty: true });
    const stored = await storage.read((tx) => tx.adviserByLogin('sam@example.org'));
    expect(stored?.passwordHash).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await isPassword(PASSWORD, stored?.passwordHash ?? null)).toBe(true);
    expect(await isPassword('wrong', stored?.passwordHash ?? null)).toBe(false);
  });
  test('with a new password is signed out everywhere', async () => {
    const { id } = await addAccount(deps, sam);
    const session = await sessionOf(id);
    await expect(changePassword(deps, 'sam@example.org', 'short')).rejects.toThrow(AccountError);
    expect(await isThere(session)).toBe(true);
    const { passwordHash } = await changePassword(deps, 'sam@example.org', 'another long one');
    expect(await isThere(session)).toBe(false);
    expect(await isPassword('another long one', passwordHash)).toBe(true);
    expect(await isPassword(PASSWORD, passwordHash)).toBe(false);
  });
  test('that is disabled is signed out, and can be enabled again', async () => {
    const { id } = await addAccount(deps, sam);
    const session = await sessionOf(id);
    expect(await setDisabled(deps, 'SAM@example.org', true)).toMatchObject({ disabled: true });
    expect(await isThere(session)).toBe(false);
    expect(await setDisabled(deps, id, false)).toMatchObject({ disabled: false });
  });
  test('gets other councils, and none that is not loaded', async () => {
    await addAccount(deps, sam);
    await expect(setCouncils(deps, 'sam@example.org', ['atlantis'])).rejects.toThrow(/Not loaded/);
    expect(await setCouncils(deps, 'sam@example.org', ['leicester'])).toMatchObject({
      councils: ['leicester'],
    });
  });
  test('that is not there is not changed', async () => {
    await expect(setDisabled(deps, 'nobody@example.org', true)).rejects.toThrow(/no adviser/);
  });
  test('of a provider elsewhere has neither password nor councils to set here', async () => {
    const row = {
      ...(await addAccount(deps, sam)),
      login: null,
      subject: 'https://idp|1',
      passwordHash: null,
    };
    await storage.transaction((tx) => tx.saveAdviser(row));
    await expect(changePassword(deps, 'https://idp|1', PASSWORD)).rejects.toThrow(/OpenID Connect/);
    await expect(setCouncils(deps, 'https://idp|1', ['dudley'])).rejects.toThrow(/OpenID Connect/);
    expect(await setDisabled(deps, 'https://idp|1', true)).toMatchObject({ disabled: true });
  });
});
