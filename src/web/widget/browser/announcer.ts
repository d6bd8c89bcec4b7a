import { el } from '../../view/node.ts';
import { toNodes } from './to-nodes.ts';

/** Long enough for every screen reader to take it up; after that it would only be read twice. */
const HEARD_MS = 15_000;

/** Says things to those who hear the chat, each once. */
export interface Announcer {
  say(words: string): void;
  clear(): void;
  /** From now on nobody hears it: what is said waits. */
  hold(): void;
  /** Says what has waited. @returns whether there was any of it */
  release(): boolean;
}

export function createAnnouncer(region: HTMLElement): Announcer {
  let waiting: string[] | null = null;
  const say = (words: string) => {
    if (waiting !== null) {
      waiting.push(words);
      return;
    }
    const [line] = toNodes([el('p', {}, words)]) as [HTMLElement];
    region.append(line);
    setTimeout(() => line.remove(), HEARD_MS);
  };
  return {
    say,
    clear() {
      region.replaceChildren();
      if (waiting !== null) waiting = [];
    },
    hold() {
      waiting ??= [];
    },
    release() {
      const missed = waiting ?? [];
      waiting = null;
      missed.forEach(say);
      return missed.length > 0;
    },
  };
}
