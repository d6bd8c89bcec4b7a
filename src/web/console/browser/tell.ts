import type { State } from './state.ts';
import type { Store } from './store.ts';

/** Long enough for every screen reader to take it up; after that it would only be read twice. */
const HEARD_MS = 15_000;

export interface Tell {
  /** Said to screen readers alone. `now`: it does not wait for what they are reading. */
  announce(text: string, now?: boolean): void;
  /** Shown on top until it is taken away, and said. */
  notice(text: string, about?: { caseId?: string; danger?: boolean }): void;
  dismiss(text: string): void;
}

export function createTell(store: Store<State>): Tell {
  let last = 0;
  const announce: Tell['announce'] = (text, now = false) => {
    const id = ++last;
    store.set(({ heard }) => ({ heard: [...heard, { id, text, now }] }));
    setTimeout(() => store.set(({ heard }) => ({ heard: heard.filter((one) => one.id !== id) })), HEARD_MS);
  };
  return {
    announce,
    notice(text, { caseId = null, danger = false }: { caseId?: string | null; danger?: boolean } = {}) {
      store.set(({ notices }) => ({
        // Of those without danger only the last one counts.
        notices: [
          ...notices.filter((one) => one.text !== text && (one.danger || danger)),
          { text, caseId, danger },
        ],
      }));
      announce(text, danger);
    },
    dismiss: (text) => store.set(({ notices }) => ({ notices: notices.filter((one) => one.text !== text) })),
  };
}
