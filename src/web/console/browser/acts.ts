import type { Settings } from '../api.ts';
import { Failed } from './call.ts';
import type { Carry } from './commands.ts';
import type { Outbox } from './outbox.ts';
import type { Service } from './service.ts';
import type { Dialog, Mode, Pane, State } from './state.ts';
import type { Store } from './store.ts';
import { changeTalk, talkOf } from './talks.ts';
import type { Tell } from './tell.ts';
import type { Tone } from './tone.ts';
import { WORDS } from './words.ts';

/** What an adviser can do on the page. */
export interface Acts extends Pick<Outbox, 'retry' | 'takeBack'> {
  open(id: string): void;
  /** Back to the queue. */
  leave(): void;
  take(id: string): Promise<void>;
  write(id: string, mode: Mode, text: string): void;
  mode(id: string, mode: Mode): void;
  /** Sends what is written: the reply, or the note. */
  send(id: string, mode: Mode): Promise<void>;
  /** Puts words where the adviser is writing a reply. */
  insert(id: string, text: string): void;
  transfer(id: string, to: string, name: string): Promise<void>;
  giveBack(id: string): Promise<void>;
  finish(id: string): Promise<void>;
  close(id: string, outcome: string): Promise<void>;
  dialog(which: Dialog | null): void;
  pane(pane: Pane): void;
  me(change: { onDuty?: boolean; settings?: Settings }): Promise<void>;
  dismiss(text: string): void;
  play(tone: Tone): void;
}

export interface ActsDeps {
  readonly store: Store<State>;
  readonly service: Service;
  readonly carry: Carry;
  readonly outbox: Outbox;
  readonly tell: Tell;
  readonly play: (tone: Tone) => void;
  readonly show: (id: string | null, focus: string | null) => Promise<void>;
  /** The family sees that somebody writes. */
  readonly typing: (id: string) => void;
}

export function createActs(deps: ActsDeps): Acts {
  const { store, service, carry, outbox, tell, show } = deps;
  const focus = (id: string) => store.set({ focus: { id } });
  const refOf = (id: string) => talkOf(store.get(), id).sheet?.ref ?? '';
  /** Ends in the queue when it was done; what it was is said there. */
  const andLeave = async (done: boolean, said: string) => {
    if (!done) return;
    store.set({ dialog: null });
    await show(null, 'mine');
    tell.notice(said);
  };

  return {
    retry: outbox.retry,
    takeBack: outbox.takeBack,
    open: (id) => void show(id, 'talk-title'),
    leave: () => void show(null, 'mine'),
    async take(id) {
      const taken = await carry(id, { type: 'claim' });
      if (taken === null) return store.get().open === id ? focus('talk-title') : focus('waiting');
      await show(id, 'talk-title');
    },
    write(id, mode, text) {
      if (mode === 'reply' && text !== '') deps.typing(id);
      changeTalk(store, id, ({ drafts }) => ({ drafts: { ...drafts, [mode]: text } }));
    },
    mode(id, mode) {
      changeTalk(store, id, () => ({ mode }));
      focus('write');
    },
    async send(id, mode) {
      const { drafts } = talkOf(store.get(), id);
      const text = drafts[mode].trim();
      if (text === '') return focus('write');
      if (mode === 'reply') outbox.say(id, text);
      else if ((await carry(id, { type: 'note', text })) !== null) {
        changeTalk(store, id, (now) => ({ drafts: { ...now.drafts, note: '' }, mode: 'reply' }));
        tell.announce('Note saved.');
      }
      focus('write');
    },
    insert(id, text) {
      const box = document.getElementById('write');
      changeTalk(store, id, ({ drafts, mode }) => {
        const reply = drafts.reply;
        const at = mode === 'reply' && box instanceof HTMLTextAreaElement ? box.selectionEnd : reply.length;
        const before = reply.slice(0, at);
        const gap = before === '' || before.endsWith('\n') ? '' : '\n\n';
        return { mode: 'reply', drafts: { ...drafts, reply: `${before}${gap}${text}${reply.slice(at)}` } };
      });
      store.set({ dialog: null, focus: { id: 'write' } });
      tell.announce('Put into your reply. You can change it before you send it.');
    },
    transfer: async (id, to, name) =>
      andLeave((await carry(id, { type: 'transfer', to })) !== null, `${name} has case ${refOf(id)} now.`),
    giveBack: async (id) =>
      andLeave((await carry(id, { type: 'return' })) !== null, `Case ${refOf(id)} is in the queue again.`),
    async finish(id) {
      if ((await carry(id, { type: 'finish' })) !== null)
        store.set({ dialog: null, focus: { id: 'outcome' } });
    },
    close: async (id, outcome) =>
      andLeave((await carry(id, { type: 'close', outcome })) !== null, `Case ${refOf(id)} is closed.`),
    dialog: (dialog) => store.set({ dialog }),
    pane: (pane) =>
      store.set({
        pane,
        focus: { id: { queue: 'waiting', talk: 'talk-title', sheet: 'sheet-title' }[pane] },
      }),
    async me(change) {
      try {
        store.set({ me: await service.setMe(change) });
      } catch (error) {
        if (error instanceof Failed && error.status === 401) store.set({ signedOut: true });
        else tell.notice(WORDS.notDone);
      }
    },
    dismiss: tell.dismiss,
    play: deps.play,
  };
}
