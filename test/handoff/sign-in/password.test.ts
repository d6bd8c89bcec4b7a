import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newPassword } from '../../../src/handoff/sign-in/new-password.ts';
import { hashPassword, isPassword } from '../../../src/handoff/sign-in/password-hash.ts';
import { wrongWithPassword } from '../../../src/handoff/sign-in/password-rules.ts';

test('a password that was made is taken, reads easily, and is another one each time', () => {
  const made = Array.from({ length: 200 }, () => newPassword(randomBytes));
  expect(new Set(made).size).toBe(200);
  for (const one of made) {
    expect(one).toMatch(/^[a-km-z2-9]{5}(-[a-km-z2-9]{5}){3}$/);
    expect(wrongWithPassword(one, 'sam@example.org')).toBeNull();
  }
});

test('the same letters count as the same password, however a keyboard writes them', async () => {
  const hash = await hashPassword('caf\u00e9 au lait bien', randomBytes);
  expect(await isPassword('cafe\u0301 au lait bien', hash)).toBe(true);
  expect(await isPassword('Caf\u00e9 au lait bien', hash)).toBe(false);
});

test('the same password has another hash for each account', async () => {
  const [one, other] = await Promise.all([
    hashPassword('correct horse battery', randomBytes),
    hashPassword('correct horse battery', randomBytes),
  ]);
  expect(one).not.toBe(other);
});

test('without an account no password is right', async () => {
  expect(await isPassword('', null)).toBe(false);
});

test('a hash that was damaged is an error and never a match', async () => {
  await expect(isPassword('x', 'scrypt$16384$8$1$$')).rejects.toThrow();
  await expect(isPassword('x', '')).rejects.toThrow();
});

test('words of any kind are taken when they are long enough', () => {
  for (const one of [
    'correct horse battery',
    '            spaces    ',
    'пароль для входа',
    'nur kleine buchstaben',
  ])
    expect(wrongWithPassword(one, 'sam@example.org')).toBeNull();
});
