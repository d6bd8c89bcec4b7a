import { randomBytes, randomUUID } from 'node:crypto';
import { addAccount } from '../../../src/handoff/sign-in/accounts.ts';
import { createSessions } from '../../../src/handoff/sign-in/sessions.ts';
import { systemClock as clock } from '../../../src/shared/clock.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { setCookie } from '../../../src/web/console/cookies.ts';
import { COUNCIL } from './begin-talk.ts';

/** Real accounts with real sign-ins; only the form is left out. @returns a cookie for each adviser */
export async function signIns(database: string, advisers: number): Promise<string[]> {
  const storage = await openStorage(database);
  const sessions = createSessions({ storage, clock, random: randomBytes });
  const needs = { storage, now: clock.now(), newId: randomUUID, random: randomBytes, known: () => [COUNCIL] };
  const cookies: string[] = [];
  for (let n = 0; n < advisers; n++) {
    const row = await addAccount(needs, {
      name: `Adviser ${n}`,
      login: `adviser-${n}@example.org`,
      councils: [COUNCIL],
      password: randomBytes(18).toString('base64url'),
    });
    const secret = await storage.transaction((tx) => sessions.begin(tx, row.id));
    cookies.push(setCookie('session', secret, 'http://127.0.0.1', null).split(';')[0] ?? '');
  }
  await storage.close();
  return cookies;
}
