import type { Shown } from '../../view/shown-activity.ts';

const EVERY_MS = 3_000;

/** Lets an adviser see that the family is writing. The program is told nothing before a message is sent. */
export interface FamilyTyping {
  /** Learns from what arrives whether a person is there. */
  heard(one: Shown): void;
  isWithPerson(): boolean;
  typed(): void;
  /** The conversation is over, and with it the talk. */
  over(): void;
}

export function createFamilyTyping(tell: () => void): FamilyTyping {
  let withPerson = false;
  let last = Number.NEGATIVE_INFINITY;
  return {
    heard({ type, ...one }) {
      if (type === 'person') withPerson = 'state' in one && one.state === 'accepted';
      if (type === 'forgotten' || type === 'ended') withPerson = false;
    },
    isWithPerson: () => withPerson,
    typed() {
      if (!withPerson || performance.now() - last < EVERY_MS) return;
      last = performance.now();
      tell();
    },
    over() {
      withPerson = false;
    },
  };
}
