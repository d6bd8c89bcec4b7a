import type { Said } from '../api.ts';
import { kept } from './kept.ts';
import { EMPTY_TALK, type State, type Talk } from './state.ts';
import type { Store } from './store.ts';

export const talkOf = (state: State, id: string): Talk => state.talks[id] ?? EMPTY_TALK;

/** Changes what is known of one case, and keeps what the adviser wrote in it. */
export function changeTalk(store: Store<State>, id: string, change: (talk: Talk) => Partial<Talk>): void {
  const before = talkOf(store.get(), id);
  const after = { ...before, ...change(before) };
  store.set(({ talks }) => ({ talks: { ...talks, [id]: after } }));
  const { me } = store.get();
  if (me !== null && (after.drafts !== before.drafts || after.unsent !== before.unsent))
    kept.write(me.id, id, after);
}

/** Adds what was said, each once and in its order; a message of this screen's own is no longer unsent then. */
export function withSaid(talk: Talk, { messages, watermark }: Said): Partial<Talk> {
  const last = talk.messages.at(-1)?.seq ?? 0;
  const fresh = messages.filter(({ seq }) => seq > last);
  const arrived = new Set(fresh.map(({ clientId }) => clientId));
  const unsent = talk.unsent.filter(({ clientId }) => !arrived.has(clientId));
  return {
    messages: fresh.length === 0 ? talk.messages : [...talk.messages, ...fresh],
    watermark: Math.max(talk.watermark, watermark),
    unsent: unsent.length === talk.unsent.length ? talk.unsent : unsent,
    typingUntil: fresh.some(({ who }) => who === 'family') ? 0 : talk.typingUntil,
  };
}
