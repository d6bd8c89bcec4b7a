import type { AdviserRow } from '../../storage/contract/advisers.ts';
import type { Storage } from '../../storage/storage.ts';
import { Login } from './login.ts';
import { isPassword } from './password-hash.ts';
import type { SlowDown } from './slow-down.ts';

/**
 * The adviser of a built-in account; null when login and password do not belong together, or the account is
 * disabled: a stranger learns no more than that.
 *
 * @throws ProblemError TooManyRequests
 */
export async function withPassword(
  { storage, slow }: { readonly storage: Storage; readonly slow: SlowDown },
  {
    address,
    login,
    password,
  }: { readonly address: string; readonly login: string; readonly password: string },
): Promise<AdviserRow | null> {
  const known = Login.safeParse(login);
  const name = known.success ? known.data : '';
  return slow.attempt(address, name, async () => {
    const row = name === '' ? null : await storage.read((tx) => tx.adviserByLogin(name));
    const right = await isPassword(password, row?.passwordHash ?? null);
    return right && row !== null && !row.disabled ? row : null;
  });
}
