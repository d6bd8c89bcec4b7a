import type { Acts } from './acts.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

/** With Alt and Shift, so that no single key does anything (WCAG 2.1.4). By place on the keyboard, not by sign. */
export const SHORTCUTS = [
  { key: 'Q', does: 'Go to the queue' },
  { key: 'T', does: 'Go to the talk' },
  { key: 'R', does: 'Write a reply' },
  { key: 'N', does: 'Write a note for advisers' },
  { key: 'S', does: 'Go to the case sheet' },
  { key: 'J', does: 'Open the next case of mine that waits for an answer' },
  { key: 'C', does: 'Put in a ready reply' },
  { key: 'K', does: 'Put in a page from the knowledge base' },
  { key: 'F', does: 'Find a case' },
  { key: 'H', does: 'Show this list' },
] as const;
type Key = (typeof SHORTCUTS)[number]['key'];

/** @returns a function that ends it */
export function listenToKeys(store: Store<State>, acts: Acts): () => void {
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    const key = SHORTCUTS.find((one) => event.code === `Key${one.key}`)?.key;
    // A dialog is dealt with first. The page is asked, not the state, which hears of Escape a moment later.
    if (key === undefined || document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    act(key, store.get(), acts);
  };
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
}

function act(key: Key, { open, queue }: State, acts: Acts): void {
  switch (key) {
    case 'Q':
      acts.pane('queue');
      break;
    case 'T':
      if (open !== null) acts.pane('talk');
      break;
    case 'S':
      if (open !== null) acts.pane('sheet');
      break;
    case 'R':
    case 'N':
      if (open !== null) acts.mode(open, key === 'R' ? 'reply' : 'note');
      break;
    case 'J': {
      const owed = (queue?.mine ?? []).filter((one) => one.owed !== null);
      const next = owed[(owed.findIndex(({ id }) => id === open) + 1) % owed.length];
      if (next !== undefined) acts.open(next.id);
      break;
    }
    case 'C':
    case 'K':
      // Only where a reply can be written are these buttons there.
      document.getElementById(key === 'C' ? 'ready-replies' : 'knowledge-pages')?.click();
      break;
    case 'F':
      acts.dialog('find');
      break;
    case 'H':
      acts.dialog('help');
      break;
  }
}
