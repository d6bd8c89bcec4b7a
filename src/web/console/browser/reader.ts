import type { CaseSheet, Queue, Said } from '../api.ts';
import { Failed } from './call.ts';
import type { Service } from './service.ts';
import type { State } from './state.ts';
import { stateChange } from './state-change.ts';
import type { Store } from './store.ts';
import { changeTalk, talkOf, withSaid } from './talks.ts';
import type { Tell } from './tell.ts';
import { WORDS } from './words.ts';

/** How long a typing sign stands when nothing follows. */
const TYPING_MS = 8_000;

export interface Reader {
  me(): Promise<void>;
  queue(): Promise<void>;
  sheet(id: string): Promise<void>;
  /** Reads on from where this screen is. */
  said(id: string): Promise<void>;
  takeSheet(sheet: CaseSheet): void;
  takeSaid(id: string, said: Said): void;
  typing(id: string): void;
}

export interface ReaderDeps {
  readonly store: Store<State>;
  readonly service: Service;
  readonly tell: Tell;
  /** What is new in the queues may have to be heard. */
  readonly compare: (before: Queue, after: Queue) => void;
  readonly arrived: (id: string) => void;
}

/** Reads what the service knows into what the page shows. A failure leaves the page as it was. */
export function createReader({ store, service, tell, compare, arrived }: ReaderDeps): Reader {
  const failed = (error: unknown): Failed => {
    const known = error instanceof Failed ? error : new Failed(0, '');
    if (known.status === 401) store.set({ signedOut: true });
    return known;
  };
  /** One reading at a time; what is asked meanwhile is read once more afterwards. */
  const oneByOne = (read: () => Promise<void>) => {
    let running: Promise<void> | null = null;
    let again = false;
    return async (): Promise<void> => {
      again = true;
      running ??= (async () => {
        while (again) {
          again = false;
          await read();
        }
      })().finally(() => {
        running = null;
      });
      return running;
    };
  };

  const takeSheet = (sheet: CaseSheet) => {
    const before = talkOf(store.get(), sheet.id).sheet;
    const change = before === null ? null : stateChange(before, sheet, store.get().me?.id ?? '');
    changeTalk(store, sheet.id, () => ({ sheet, problem: null }));
    if (change !== null && store.get().open === sheet.id && !store.get().busy) tell.announce(change);
  };
  const takeSaid = (id: string, said: Said) => {
    const before = talkOf(store.get(), id);
    changeTalk(store, id, (talk) => withSaid(talk, said));
    const after = talkOf(store.get(), id);
    if (!before.loaded || store.get().open !== id) return;
    for (const one of after.messages.slice(before.messages.length)) {
      if (one.who === 'adviser' && before.unsent.some(({ clientId }) => clientId === one.clientId)) continue;
      tell.announce(`${one.name}: ${one.text}`);
      if (one.who === 'family') arrived(id);
    }
  };

  return {
    takeSheet,
    takeSaid,
    async me() {
      try {
        store.set({ me: await service.me() });
      } catch (error) {
        failed(error);
      }
    },
    queue: oneByOne(async () => {
      try {
        const queue = await service.queue();
        const before = store.get().queue;
        store.set({ queue, behind: false, ahead: Date.parse(queue.at) - Date.now(), now: Date.now() });
        if (before !== null) compare(before, queue);
      } catch (error) {
        failed(error);
        store.set({ behind: true });
      }
    }),
    async sheet(id) {
      try {
        takeSheet(await service.sheet(id));
      } catch (error) {
        const { status } = failed(error);
        changeTalk(store, id, () => ({ problem: status === 404 ? WORDS.gone : WORDS.notAnswered }));
      }
    },
    async said(id) {
      try {
        for (;;) {
          const { watermark } = talkOf(store.get(), id);
          const said = await service.said(id, watermark);
          takeSaid(id, said);
          if (said.watermark <= watermark) break;
        }
        changeTalk(store, id, () => ({ loaded: true }));
      } catch (error) {
        failed(error);
      }
    },
    typing: (id) => changeTalk(store, id, () => ({ typingUntil: Date.now() + TYPING_MS })),
  };
}
