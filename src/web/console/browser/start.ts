import type { ToScreen } from '../api.ts';
import { type Acts, createActs } from './acts.ts';
import { createAlerts } from './alerts.ts';
import { createCarry } from './commands.ts';
import { keepUp } from './keep-up.ts';
import { kept } from './kept.ts';
import { openLine } from './line.ts';
import { createOutbox } from './outbox.ts';
import { place } from './place.ts';
import { createReader } from './reader.ts';
import { service } from './service.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';
import { changeTalk, talkOf } from './talks.ts';
import { createTell } from './tell.ts';
import { WORDS } from './words.ts';

/** How often the family is told that somebody writes. */
const TYPING_MS = 3_000;

/** Puts the page's parts together and starts them. */
export async function start(store: Store<State>): Promise<Acts> {
  const newId = () => crypto.randomUUID();
  const tell = createTell(store);
  const alerts = createAlerts(store, tell, (id) => void show(id, 'talk-title'));
  const reader = createReader({ store, service, tell, compare: alerts.compare, arrived: alerts.arrived });
  const carry = createCarry({ store, service, reader, tell, newId });
  const outbox = createOutbox({ store, service, reader, tell, newId });

  /** What an earlier page of this adviser left behind in a case. */
  const restore = (id: string) => {
    const { me, talks } = store.get();
    const left = me === null || talks[id] !== undefined ? null : kept.read(me.id, id);
    if (left === null) return;
    changeTalk(store, id, () => left);
    outbox.goOn(id);
  };
  const readOpen = async () => {
    const { open } = store.get();
    if (open === null) return;
    await Promise.all([reader.sheet(open), reader.said(open)]);
    // The case is before the adviser's eyes: the family is told who has come.
    const { sheet } = talkOf(store.get(), open);
    if (sheet?.state === 'claimed' && sheet.adviser?.id === store.get().me?.id)
      await carry(open, { type: 'join' });
    if (store.get().open === open)
      line.send({ type: 'watch', id: open, after: talkOf(store.get(), open).watermark });
  };
  const show = async (id: string | null, focus: string | null) => {
    const before = store.get().open;
    if (before !== null && before !== id) line.send({ type: 'unwatch', id: before });
    place.write(id);
    if (id !== null) restore(id);
    const notices = store.get().notices.filter(({ caseId }) => id === null || caseId !== id);
    store.set({
      notices,
      open: id,
      pane: id === null ? 'queue' : 'talk',
      focus: focus === null ? null : { id: focus },
      dialog: null,
    });
    await readOpen();
  };
  const hear = (what: ToScreen) => {
    switch (what.type) {
      case 'queue':
        return void reader.queue();
      case 'case':
        return what.id === store.get().open ? void reader.sheet(what.id) : undefined;
      case 'said':
        return reader.takeSaid(what.id, what.said);
      case 'typing':
        return reader.typing(what.id);
    }
  };

  await reader.me();
  await reader.queue();
  for (const { id } of store.get().queue?.mine ?? []) restore(id);
  let lost = false;
  store.listen(() => {
    if (store.get().line !== 'lost' || lost) return;
    lost = true;
    tell.announce(WORDS.lost);
  });
  const line = openLine(store, {
    opened() {
      if (lost) tell.announce(WORDS.back);
      lost = false;
      void reader.queue();
      void readOpen();
      for (const id of Object.keys(store.get().talks)) outbox.goOn(id);
    },
    ended(why) {
      if (why === 'signed-out') store.set({ signedOut: true });
      else {
        // From here on the page asks by itself.
        store.set({ line: 'opening' });
        tell.notice(WORDS.tooMany);
      }
    },
    heard: hear,
  });

  keepUp(store, reader, line);
  store.listen(() => {
    if (!store.get().signedOut) return;
    line.stop();
    kept.place.write(store.get().open);
  });
  for (const type of ['popstate', 'hashchange'])
    addEventListener(type, () => place.read() !== store.get().open && void show(place.read(), 'talk-title'));

  let typed = 0;
  const acts = createActs({
    store,
    service,
    carry,
    outbox,
    tell,
    show,
    play: alerts.play,
    typing(id) {
      if (Date.now() - typed < TYPING_MS) return;
      typed = Date.now();
      line.send({ type: 'typing', id });
    },
  });
  const first = place.read() ?? kept.place.read();
  kept.place.write(null);
  if (first !== null && !store.get().signedOut) void show(first, null);
  return acts;
}
