import { Failed } from './call.ts';
import type { CommandDeps } from './commands.ts';
import type { Unsent } from './state.ts';
import { changeTalk, talkOf } from './talks.ts';
import { refusalWords, WORDS } from './words.ts';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

export interface Outbox {
  say(id: string, text: string): void;
  /** Sends on what is waiting, at once; also what an earlier page left behind. */
  goOn(id: string): void;
  /** Tries a refused message again, or takes it out to be written anew. */
  retry(id: string, clientId: string): void;
  takeBack(id: string, clientId: string): void;
}

/** Replies go out one after another; each is tried under its own id until it is known to be there or refused. */
export function createOutbox({ store, service, reader, tell, newId }: CommandDeps): Outbox {
  const sending = new Set<string>();
  let wake: (() => void) | null = null;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const mark = (id: string, clientId: string, change: Partial<Unsent>) =>
    changeTalk(store, id, ({ unsent }) => ({
      unsent: unsent.map((one) => (one.clientId === clientId ? { ...one, ...change } : one)),
    }));
  const next = (id: string) =>
    talkOf(store.get(), id).unsent.find(({ delivery }) => delivery === 'sending' || delivery === 'waiting');

  const drain = async (id: string) => {
    if (sending.has(id)) return wake?.();
    sending.add(id);
    let wait = FIRST_WAIT;
    for (let one = next(id); one !== undefined; one = next(id)) {
      const { clientId, text } = one;
      try {
        reader.takeSheet(await service.command(id, clientId, { type: 'say', text }));
        mark(id, clientId, { delivery: 'sent' });
        wait = FIRST_WAIT;
        // The line brings it back in a moment; without a line it is fetched.
        if (store.get().line !== 'open') await reader.said(id);
      } catch (error) {
        const { status, passing, refusal, message } = error instanceof Failed ? error : new Failed(0, '');
        if (status === 401) {
          mark(id, clientId, { delivery: 'waiting' });
          store.set({ signedOut: true });
          break;
        }
        if (passing) {
          mark(id, clientId, { delivery: 'waiting' });
          await pause(wait);
          wait = Math.min(wait * 2, LONGEST_WAIT);
        } else {
          const why = refusal === null ? message || WORDS.notDone : refusalWords(refusal);
          mark(id, clientId, { delivery: 'failed', why });
          tell.announce(`Not sent. ${why}`);
          void reader.sheet(id);
        }
      }
    }
    sending.delete(id);
  };

  return {
    say(id, text) {
      const at = new Date(Date.now() + store.get().ahead).toISOString();
      const one: Unsent = { clientId: newId(), text, at, delivery: 'sending', why: null };
      changeTalk(store, id, ({ unsent, drafts }) => ({
        unsent: [...unsent, one],
        drafts: { ...drafts, reply: '' },
      }));
      void drain(id);
    },
    goOn: (id) => void drain(id),
    retry(id, clientId) {
      mark(id, clientId, { delivery: 'sending', why: null });
      void drain(id);
    },
    takeBack(id, clientId) {
      const text = talkOf(store.get(), id).unsent.find((one) => one.clientId === clientId)?.text ?? '';
      changeTalk(store, id, ({ unsent, drafts }) => ({
        unsent: unsent.filter((one) => one.clientId !== clientId),
        drafts: { ...drafts, reply: [text, drafts.reply].filter((part) => part !== '').join('\n\n') },
      }));
    },
  };
}
