import type { AdviserCommand } from '../../../handoff/command.ts';
import type { CaseSheet } from '../api.ts';
import { Failed } from './call.ts';
import type { Reader } from './reader.ts';
import type { Service } from './service.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';
import type { Tell } from './tell.ts';
import { refusalWords, WORDS } from './words.ts';

const TRIES = 3;
const FIRST_WAIT = 1_000;

export interface CommandDeps {
  readonly store: Store<State>;
  readonly service: Service;
  readonly reader: Reader;
  readonly tell: Tell;
  readonly newId: () => string;
}

/**
 * Carries out one command. Where no answer comes it is sent again under the same id: it may have arrived.
 *
 * @returns the case as it is then, or null when it was not carried out; the adviser has been told why
 */
export type Carry = (id: string, command: AdviserCommand) => Promise<CaseSheet | null>;

export function createCarry({ store, service, reader, tell, newId }: CommandDeps): Carry {
  return async (id, command) => {
    const commandId = newId();
    store.set({ busy: true });
    try {
      for (let tries = 1; ; tries++) {
        try {
          const sheet = await service.command(id, commandId, command);
          reader.takeSheet(sheet);
          return sheet;
        } catch (error) {
          const { passing, status, refusal, message } = error instanceof Failed ? error : new Failed(0, '');
          if (passing && tries < TRIES) {
            await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT * tries));
            continue;
          }
          if (status === 401) store.set({ signedOut: true });
          else if (refusal !== null) {
            tell.notice(refusalWords(refusal), { caseId: id });
            await reader.sheet(id);
          } else tell.notice(message || WORDS.notDone, { caseId: id });
          return null;
        }
      }
    } finally {
      store.set({ busy: false });
      void reader.queue();
    }
  };
}
