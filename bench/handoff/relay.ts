/**
 * How long a message takes between a family and an adviser, with 50 live cases and 20 advisers on this machine,
 * and then 10,000 messages with a kill at every 500: `npm run bench:handoff`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RelayPlan, relayRun } from '../../test/support/relay/relay-run.ts';

async function measured(name: string, plan: Omit<RelayPlan, 'folder'>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  try {
    const began = performance.now();
    const result = await relayRun({ ...plan, folder });
    const seconds = (performance.now() - began) / 1_000;
    process.stdout.write(
      [
        `${name}: ${plan.cases} live cases, ${plan.advisers} advisers, ${result.sent} messages in ${seconds.toFixed(0)} s`,
        `  family to adviser  ${spread(result.toAdviser)}`,
        `  adviser to family  ${spread(result.toFamily)}`,
        `  kills ${result.kills}, lost ${result.lost}, shown twice ${result.twice}, out of order ${result.outOfOrder}`,
        '',
      ].join('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return `median ${at(0.5).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms, longest ${at(1).toFixed(0)} ms`;
}

// Everybody writes every two seconds: faster than people do, so that the numbers are not flattered.
await measured('talk', { cases: 50, advisers: 20, messages: 2_000, killEvery: null, pause: 2_000 });
await measured('kills', { cases: 50, advisers: 20, messages: 10_000, killEvery: 500, pause: 500 });
