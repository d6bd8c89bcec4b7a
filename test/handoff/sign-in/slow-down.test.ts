import { beforeEach, describe, expect, test } from 'vitest';
import { type SlowDown, slowDown } from '../../../src/handoff/sign-in/slow-down.ts';
import { ProblemError } from '../../../src/shared/problem.ts';

let slow: SlowDown;
let waits: number[];
let at: number;
beforeEach(() => {
  at = Date.parse('2026-11-23T10:00:00Z');
  waits = [];
  slow = slowDown({ now: () => new Date(at) }, async (ms) => void waits.push(ms));
});
const wrong = async () => null;
const right = async () => 'sam';
const outcome = (address: string, login: string, check: () => Promise<string | null>) =>
  slow.attempt(address, login, check).catch((error: unknown) => (error as ProblemError).code);

describe('trying passwords', () => {
  test('of one login from one address ends after ten failures, right or wrong', async () => {
    for (let n = 0; n < 10; n++) expect(await outcome('a', 'sam', wrong)).toBeNull();
    expect(await outcome('a', 'sam', right)).toBe('TooManyRequests');
  });
  test('of many logins from one address ends after thirty', async () => {
    for (let n = 0; n < 30; n++) expect(await outcome('a', `sam-${n}`, wrong)).toBeNull();
    expect(await outcome('a', 'priya', right)).toBe('TooManyRequests');
    expect(await outcome('b', 'priya', right)).toBe('sam');
  });
  test('at once counts each of them', async () => {
    const all = await Promise.all(Array.from({ length: 15 }, () => outcome('a', 'sam', wrong)));
    expect(all.filter((one) => one === 'TooManyRequests')).toHaveLength(5);
  });
  test('from everywhere makes the owner wait for seconds, and never locks them out', async () => {
    for (let n = 0; n < 500; n++) await outcome(`address ${n}`, 'sam', wrong);
    expect(await outcome('home', 'sam', right)).toBe('sam');
    expect(Math.max(...waits)).toBe(8_000);
  });
  test('begins anew after a quarter of an hour', async () => {
    for (let n = 0; n < 11; n++) await outcome('a', 'sam', wrong);
    at += 15 * 60_000;
    expect(await outcome('a', 'sam', right)).toBe('sam');
  });
});

test('signing in rightly costs an office behind one address nothing', async () => {
  for (let n = 0; n < 200; n++) expect(await outcome('office', `adviser-${n}`, right)).toBe('sam');
  for (let n = 0; n < 200; n++) expect(await outcome('office', 'sam', right)).toBe('sam');
  expect(waits).toEqual([]);
});

test('two are checked at once, twenty wait their turn, and the rest come back later', async () => {
  let running = 0;
  let most = 0;
  const release: (() => void)[] = [];
  const check = async () => {
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => release.push(resolve));
    running -= 1;
    return 'sam';
  };
  const all = Array.from({ length: 30 }, (_, n) => outcome(`address ${n}`, `login ${n}`, check));
  const refused = await Promise.all(all.slice(22));
  expect(refused).toEqual(Array(8).fill('TooManyRequests'));
  let done = 0;
  for (const one of all.slice(0, 22)) void one.then(() => done++);
  while (done < 22) {
    for (const next of release.splice(0)) next();
    await Promise.resolve();
  }
  expect(most).toBe(2);
  expect(await outcome('late', 'late', async () => 'sam')).toBe('sam');
});

test('a check that fails by our own fault gives its place back and counts for nothing', async () => {
  const fault = new ProblemError('StorageUnavailable');
  for (let n = 0; n < 40; n++)
    expect(await outcome('a', 'sam', () => Promise.reject(fault))).toBe('StorageUnavailable');
  expect(await outcome('a', 'sam', right)).toBe('sam');
  expect(waits.length).toBe(0);
});
