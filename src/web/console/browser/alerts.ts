import type { Queue } from '../api.ts';
import { type News, newsBetween } from './news.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';
import type { Tell } from './tell.ts';
import { createTones, type Tone } from './tone.ts';

export interface Alerts {
  compare(before: Queue, after: Queue): void;
  /** The family wrote in the case that is on the screen. */
  arrived(caseId: string): void;
  play(tone: Tone): void;
}

/** Sound and desktop notices, as the adviser has set them. Danger is always shown on the page too. */
export function createAlerts(store: Store<State>, tell: Tell, open: (caseId: string) => void): Alerts {
  const tones = createTones();
  const play = (tone: Tone) => {
    if (store.get().me?.settings.sound === true) tones(tone);
  };
  const desktop = (text: string, caseId: string) => {
    const wanted = store.get().me?.settings.desktop === true && 'Notification' in window;
    if (!wanted || Notification.permission !== 'granted' || document.hasFocus()) return;
    const shown = new Notification('Signpost', { body: text, tag: caseId });
    shown.onclick = () => {
      window.focus();
      open(caseId);
      shown.close();
    };
  };
  const bring = ({ type, caseId, text }: News) => {
    if (type === 'danger') tell.notice(`${text}.`, { caseId, danger: true });
    // It waits for this adviser alone, and goes back to the queue if they do not see it.
    else if (type === 'given') tell.notice(`${text}.`, { caseId });
    else tell.announce(text);
    desktop(text, caseId);
  };
  return {
    play: tones,
    arrived(caseId) {
      if (document.hasFocus()) return;
      play('soft');
      desktop('The family has written.', caseId);
    },
    compare(before, after) {
      const { open: here, me, notices } = store.get();
      const open = new Set([...after.waiting, ...after.mine].map(({ id }) => id));
      // Somebody else has it: what was to be done is being done.
      for (const { text, danger, caseId } of notices)
        if (danger && caseId !== null && !open.has(caseId)) tell.dismiss(text);
      const news = newsBetween(before, after).filter(
        // What is before their eyes is not news; off duty, only danger and their own cases are.
        ({ type, caseId }) =>
          !(type === 'answer' && caseId === here) && (type !== 'waiting' || me?.onDuty === true),
      );
      for (const one of news) bring(one);
      if (news.length > 0) play(news.some(({ type }) => type === 'danger') ? 'danger' : 'soft');
    },
  };
}
