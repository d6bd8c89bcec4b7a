import { readConfig } from '../config.ts';
import { createLog } from '../shared/log.ts';
import { openStorage } from '../storage/open-storage.ts';
import { print } from './output.ts';

type Correction = { label: string; from: string; to: string; count: number };

/** `signpost corrections`: how often families put each reading right, from the service's own database. */
export async function correctionsCommand(): Promise<number> {
  const { databaseUrl } = readConfig(process.env);
  const storage = await openStorage(databaseUrl, { log: createLog('silent') });
  const found = await storage.read((tx) => tx.corrections());
  await storage.close();
  print(...correctionLines(found));
  return 0;
}

/** One line for each pair of labels, the commonest first. */
export function correctionLines(found: readonly Correction[]): string[] {
  if (found.length === 0) return ['No reading has been put right by a family yet.'];
  const sorted = [...found].sort((a, b) => b.count - a.count);
  return sorted.map(({ label, from, to, count }) => `${count}\t${label}\tread as ${from}, is ${to}`);
}
