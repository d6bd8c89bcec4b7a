/** Built-in accounts of advisers, as the operator manages them. */

import type { AdviserRow } from '../../storage/contract/advisers.ts';
import { type Storage, type StorageReads, VersionConflict } from '../../storage/storage.ts';
import { newAdviser } from '../new-adviser.ts';
import { AdviserName } from './adviser-name.ts';
import { Login } from './login.ts';
import { hashPassword } from './password-hash.ts';
import { wrongWithPassword } from './password-rules.ts';

export interface AccountDeps {
  readonly storage: Storage;
  readonly now: Date;
  readonly newId: () => string;
  readonly random: (bytes: number) => Buffer;
  /** Slugs of the councils that are loaded. Asked for only where they matter: an account is disabled without. */
  readonly known: () => readonly string[];
}

/** What the operator asked for cannot be done. The message is for them to read. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
}

export interface NewAccount {
  readonly name: string;
  readonly login: string;
  readonly councils: readonly string[];
  readonly password: string;
}

/** @throws AccountError for a login that is taken, a weak password, a council that is not loaded */
export async function addAccount(deps: AccountDeps, wanted: NewAccount): Promise<AdviserRow> {
  const name = AdviserName.safeParse(wanted.name);
  if (!name.success) throw new AccountError('The name must have 1 to 60 characters.');
  const login = Login.safeParse(wanted.login);
  if (!login.success) throw new AccountError('The login must be an e-mail address.');
  const councils = knownCouncils(deps, wanted.councils);
  const row: AdviserRow = {
    ...newAdviser(deps.newId(), deps.now),
    name: name.data,
    login: login.data,
    councils,
    passwordHash: await hashOf(deps, wanted.password, login.data),
  };
  try {
    await deps.storage.transaction((tx) => tx.saveAdviser(row));
  } catch (error) {
    if (error instanceof VersionConflict)
      throw new AccountError(`There is an account ${login.data} already.`);
    throw error;
  }
  return row;
}

/** All sign-ins of the account end. @throws AccountError */
export async function changePassword(deps: AccountDeps, who: string, password: string): Promise<AdviserRow> {
  const { login } = await deps.storage.read((tx) => accountOf(tx, who));
  if (login === null) {
    throw new AccountError('This adviser signs in with OpenID Connect and has no password here.');
  }
  const passwordHash = await hashOf(deps, password, login);
  return change(deps, who, { passwordHash });
}

/** Disabled: at once, also where the adviser is signed in. @throws AccountError */
export function setDisabled(deps: AccountDeps, who: string, disabled: boolean): Promise<AdviserRow> {
  return change(deps, who, { disabled });
}

/** The only councils whose cases they see from now on. @throws AccountError */
export async function setCouncils(
  deps: AccountDeps,
  who: string,
  councils: readonly string[],
): Promise<AdviserRow> {
  const row = await deps.storage.read((tx) => accountOf(tx, who));
  if (row.login === null) {
    throw new AccountError('This adviser signs in with OpenID Connect: the roles there name the councils.');
  }
  return change(deps, who, { councils: knownCouncils(deps, councils) });
}

async function change(
  { storage }: AccountDeps,
  who: string,
  what: Partial<Pick<AdviserRow, 'passwordHash' | 'disabled' | 'councils'>>,
): Promise<AdviserRow> {
  return storage.transaction(async (tx) => {
    const row = { ...(await accountOf(tx, who)), ...what };
    await tx.saveAdviser(row);
    if (what.passwordHash !== undefined || what.disabled === true) await tx.endSessionsOf(row.id);
    return row;
  });
}

/** @param who a login, an id, or `issuer|subject` */
async function accountOf(tx: StorageReads, who: string): Promise<AdviserRow> {
  const row =
    (await tx.adviserByLogin(who.trim().toLowerCase())) ??
    (await tx.adviser(who)) ??
    (await tx.adviserBySubject(who));
  if (row === null) throw new AccountError(`There is no adviser ${who}.`);
  return row;
}

function knownCouncils(deps: AccountDeps, wanted: readonly string[]): string[] {
  const known = deps.known();
  const unknown = wanted.filter((slug) => !known.includes(slug));
  if (unknown.length > 0) {
    throw new AccountError(`Not loaded: ${unknown.join(', ')}. Loaded: ${known.join(', ')}.`);
  }
  if (wanted.length === 0) throw new AccountError(`Name at least one council: ${known.join(', ')}.`);
  return [...new Set(wanted)].sort();
}

async function hashOf({ random }: AccountDeps, password: string, login: string): Promise<string> {
  const wrong = wrongWithPassword(password, login);
  if (wrong !== null) throw new AccountError(wrong);
  return hashPassword(password, random);
}
