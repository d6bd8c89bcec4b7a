/** `signpost adviser ...`: the accounts of advisers, also while the service runs. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readConfig } from '../config.ts';
import {
  type AccountDeps,
  AccountError,
  addAccount,
  changePassword,
  setCouncils,
  setDisabled,
} from '../handoff/sign-in/accounts.ts';
import { newPassword } from '../handoff/sign-in/new-password.ts';
import { systemClock } from '../shared/clock.ts';
import type { AdviserRow } from '../storage/contract/advisers.ts';
import { openStorage } from '../storage/open-storage.ts';
import { loadContent } from './content.ts';
import { io, print, tell } from './output.ts';

interface PasswordOption {
  readonly passwordStdin?: boolean;
}

/** `signpost adviser add` */
export function addCommand(
  options: PasswordOption & { name: string; login: string; council: string[] },
): Promise<number> {
  return withAccounts(async (deps) => {
    const { password, made } = await passwordFrom(options);
    const { name, login, council: councils } = options;
    const row = await addAccount(deps, { name, login, councils, password });
    print(`Made: ${row.login}, told to families as "${row.name}", for ${row.councils.join(', ')}.`);
    showOnce(password, made);
  });
}

/** `signpost adviser list` */
export function listCommand(): Promise<number> {
  return withAccounts(async ({ storage }) => {
    const rows = await storage.read((tx) => tx.advisers(null));
    print(...rows.map(inALine), `${rows.length} advisers.`);
  });
}

/** `signpost adviser disable` and `enable` */
export const disableCommand = (who: string): Promise<number> => switchTo(who, true);
export const enableCommand = (who: string): Promise<number> => switchTo(who, false);

/** `signpost adviser password` */
export function passwordCommand(who: string, options: PasswordOption): Promise<number> {
  return withAccounts(async (deps) => {
    const { password, made } = await passwordFrom(options);
    const row = await changePassword(deps, who, password);
    print(`${row.login} has a new password and is signed out everywhere.`);
    showOnce(password, made);
  });
}

/** `signpost adviser councils` */
export function councilsCommand(who: string, councils: readonly string[]): Promise<number> {
  return withAccounts(async (deps) => print(inALine(await setCouncils(deps, who, councils))));
}

function switchTo(who: string, disabled: boolean): Promise<number> {
  return withAccounts(async (deps) => print(inALine(await setDisabled(deps, who, disabled))));
}

async function withAccounts(work: (deps: AccountDeps) => Promise<void>): Promise<number> {
  const storage = await openStorage(readConfig(process.env).databaseUrl);
  try {
    const known = () => [...loadContent().councils.keys()];
    await work({ storage, known, now: systemClock.now(), newId: randomUUID, random: randomBytes });
    return 0;
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    tell(error.message);
    return 1;
  } finally {
    await storage.close();
  }
}

function inALine({ id, login, subject, name, councils, disabled, seenAt }: AdviserRow): string {
  const state = disabled ? 'disabled' : `last seen ${seenAt?.toISOString() ?? 'never'}`;
  return [login ?? subject ?? id, name, councils.join(', ') || 'no council', state].join('  ');
}

/** From standard input, or a new one that only its owner is to see. */
async function passwordFrom({ passwordStdin }: PasswordOption): Promise<{ password: string; made: boolean }> {
  if (passwordStdin !== true) return { password: newPassword(randomBytes), made: true };
  const chunks: Buffer[] = [];
  for await (const chunk of io.input) chunks.push(Buffer.from(chunk));
  const password = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
  return { password, made: false };
}

function showOnce(password: string, made: boolean): void {
  if (made)
    print(`Password: ${password}`, 'It is shown this once and kept nowhere. Hand it over in a safe way.');
}
