/** The phrases by which commands, yes and no, and corrections are heard: `dialogs/hearing.yaml`, checked at load. */
import { z } from 'zod';
import { Topic } from '../../src/shared/vocabulary.ts';
import { holds, plain } from './plain.ts';

const Phrase = z.string().min(1).transform(plain);

/** `whole`: the message is just this. `within`: it stands in a sentence that says little else. */
const Phrases = z.strictObject({ whole: z.array(Phrase), within: z.array(Phrase).default([]) });
export type Phrases = z.infer<typeof Phrases>;

export const COMMANDS = ['help', 'restart', 'back', 'person', 'stop', 'forget'] as const;
export type Command = (typeof COMMANDS)[number];

export const Hearing = z.strictObject({
  /** Said around anything without changing it: "please", "can I", "all this". */
  fillers: z.array(Phrase),
  /** When something is wanted or will be done: "tomorrow", "after three". */
  times: z.array(Phrase),
  /** "I want to end this": a wish and an end, or a phrase alone, with nothing else but what may stand around it. */
  wantsEnd: z.strictObject({
    wish: z.array(Phrase),
    end: z.array(Phrase),
    alone: z.array(Phrase),
    around: z.array(Phrase),
  }),
  commands: z.record(z.enum(COMMANDS), Phrases),
  yes: Phrases,
  no: Phrases,
  thanks: Phrases,
  unknownDate: Phrases,
  wrongDate: Phrases,
  noContact: Phrases,
  wrong: Phrases,
  greeting: Phrases,
  acknowledged: Phrases,
  willDo: Phrases,
  /** Heard with nothing beside it. */
  sorry: Phrases,
  waiting: Phrases,
  repeat: Phrases,
  notClear: Phrases,
  leaveMessage: Phrases,
  aboutBot: Phrases,
  leaveQueue: Phrases,
  askPlace: Phrases,
  fromNow: Phrases,
  endTalk: Phrases,
  askHowToEnd: Phrases,
  sendCopy: Phrases,
  correction: z.strictObject({
    /** A correction begins so: "no", "actually", "its", "not". */
    openings: z.array(Phrase),
    concern: z.array(Phrase),
    complaint: z.array(Phrase),
    enquiry: z.array(Phrase),
    /** What families call a topic, beside the words of the taxonomy. */
    topics: z.partialRecord(Topic, z.array(Phrase)),
    /** "We live in", "my council is": what comes before the name of one's own council. */
    council: z.array(Phrase),
  }),
});
export type Hearing = z.infer<typeof Hearing>;

/** A sentence with more words of its own than this beside a phrase tells of something else. */
const MOST_LEFT_OVER = 3;

/** Whether the message is one of the phrases, or holds one and says little else. `text` is plain. */
export function hears(text: string, phrases: Phrases, fillers: readonly string[]): boolean {
  if (phrases.whole.includes(text) || phrases.whole.includes(trimmed(text, fillers))) return true;
  return phrases.within.some(
    (phrase) => holds(text, phrase) && leftOver(text, [phrase], fillers) <= MOST_LEFT_OVER,
  );
}

/** Whether the message is one of the phrases and says nothing else: what no danger can hide in. `text` is plain. */
export function isOnly(text: string, phrases: Phrases, fillers: readonly string[]): boolean {
  if (phrases.whole.includes(text) || phrases.whole.includes(trimmed(text, fillers))) return true;
  return phrases.within.some((phrase) => holds(text, phrase) && leftOver(text, [phrase], fillers) === 0);
}

/** How many words of its own a plain text has beside the given phrases. */
export function leftOver(text: string, phrases: readonly string[], fillers: readonly string[]): number {
  return without(without(text, phrases), fillers)
    .split(' ')
    .filter((word) => word !== '').length;
}

/** Longest first, so that "can i just" goes before "just" leaves a stray "can i". */
function without(text: string, phrases: readonly string[]): string {
  let rest = ` ${text} `;
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(` ${phrase} `, '  ').replaceAll(` ${phrase} `, ' ');
  }
  return rest.replace(/\s+/g, ' ').trim();
}

/** Without what is only said before and after: "can i speak to someone please" is "speak to someone". */
function trimmed(text: string, fillers: readonly string[]): string {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    for (const filler of fillers) {
      if (rest.startsWith(`${filler} `)) rest = rest.slice(filler.length + 1);
      if (rest.endsWith(` ${filler}`)) rest = rest.slice(0, -filler.length - 1);
    }
  }
  return rest;
}
