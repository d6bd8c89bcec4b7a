import { expect, it } from 'vitest';
import { keyedLock } from '../../src/channels/keyed-lock.ts';

it('runs work of one key in the order asked, also after work that failed', async () => {
  const lock = keyedLock();
  const order: string[] = [];
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = lock('a', async () => {
    await gate;
    order.push('first');
    throw new Error('no');
  });
  const second = lock('a', async () => order.push('second'));
  await lock('b', async () => order.push('another key'));
  release();
  await expect(first).rejects.toThrow('no');
  await second;
  expect(order).toEqual(['another key', 'first', 'second']);
});

it('never runs two of one key at once', async () => {
  const lock = keyedLock();
  let running = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 20 }, () =>
      lock('a', async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(1);
});
