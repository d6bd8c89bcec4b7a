/** The whole service on a working day, with advisers who have accounts. */
import { randomBytes, randomUUID } from 'node:crypto';
import { addAccount } from '../../../src/handoff/sign-in/accounts.ts';
import { type Service, startService } from './service.ts';

export const PASSWORD = 'a long enough password';

export interface ConsoleService extends Service {
  /** An account for Dudley with {@link PASSWORD}; its login is the name at example.org. */
  hire(name: string): Promise<void>;
  /** Everyone's sign-ins end. */
  endSignIns(): Promise<void>;
}

/** Monday 23 November 2026, ten in the morning. */
export async function startConsoleService(): Promise<ConsoleService> {
  const service = await startService({ begins: '2026-11-23T10:00:00Z' });
  const { storage, now } = service;
  const hired: string[] = [];
  return {
    ...service,
    async hire(name) {
      const { id } = await addAccount(
        { storage, now: now(), newId: randomUUID, random: randomBytes, known: () => ['dudley'] },
        { name, login: `${name.toLowerCase()}@example.org`, councils: ['dudley'], password: PASSWORD },
      );
      hired.push(id);
    },
    async endSignIns() {
      await storage.transaction(async (tx) => {
        for (const id of hired) await tx.endSessionsOf(id);
      });
    },
  };
}
