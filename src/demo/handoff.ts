/**
 * `npm run demo:handoff`: a service of its own to try the handoff by hand, at any hour. Nothing of it outlives
 * the command, and nobody outside this machine can reach it.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../config.ts';
import { addAccount } from '../handoff/sign-in/accounts.ts';
import { newPassword } from '../handoff/sign-in/new-password.ts';
import { serve } from '../serve.ts';
import { systemClock } from '../shared/clock.ts';
import { openStorage } from '../storage/open-storage.ts';
import { openAllHours } from './open-all-hours.ts';

const COUNCIL = 'dudley';
/** Two, so that a case can be handed over. */
const ADVISERS = ['Sam', 'Priya'];

const folder = mkdtempSync(join(tmpdir(), 'signpost-demo-'));
const tidy = () => rmSync(folder, { recursive: true, force: true });

try {
  const config = readConfig({
    PORT: process.env.PORT,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    DATABASE_URL: `file:${join(folder, 'signpost.db')}`,
    KNOWLEDGE_DIR: openAllHours(folder, COUNCIL),
  });
  const signIns = await addAdvisers(config.databaseUrl);
  const { port, stop } = await serve(config);
  const url = `http://127.0.0.1:${port}`;
  process.stdout.write(
    [
      'A trial of the handoff is running. Ctrl+C ends it and deletes all of it.',
      '',
      `  The family   ${url}/chat?council=${COUNCIL}`,
      '               Write what is wrong, then: a person please',
      `  The adviser  ${url}/console`,
      ...signIns.map((line) => `               ${line}`),
      '',
      'Open the two in two windows. For two advisers at once, use a private window for the second.',
      '',
    ].join('\n'),
  );
  const end = async () => {
    await stop().finally(tidy);
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
} catch (error) {
  tidy();
  const text = error instanceof ConfigError ? error.message : String((error as Error).stack);
  process.stderr.write(`The trial did not start.\n${text}\n`);
  process.exit(1);
}

async function addAdvisers(databaseUrl: string): Promise<string[]> {
  const storage = await openStorage(databaseUrl);
  const now = systemClock.now();
  const deps = { storage, now, newId: randomUUID, random: randomBytes, known: () => [COUNCIL] };
  const lines: string[] = [];
  for (const name of ADVISERS) {
    const login = `${name.toLowerCase()}@advice.example`;
    const password = newPassword(randomBytes);
    await addAccount(deps, { name, login, councils: [COUNCIL], password });
    lines.push(`sign in as ${login} with ${password}`);
  }
  await storage.close();
  return lines;
}
