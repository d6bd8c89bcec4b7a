import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { relayRun } from '../support/relay/relay-run.ts';

test('what families and advisers write to each other arrives once and in order, however often the service is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  try {
    const plan = { folder, cases: 6, advisers: 3, messages: 360, killEvery: 90, pause: 20 };
    const { lost, twice, outOfOrder, kills, toAdviser, toFamily } = await relayRun(plan);
    expect({ lost, twice, outOfOrder }).toEqual({ lost: 0, twice: 0, outOfOrder: 0 });
    expect(kills).toBe(3);
    expect(toAdviser.length + toFamily.length).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
