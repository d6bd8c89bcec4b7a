/** The phrases by which commands, yes and no, and corrections are heard: `dialogs/hearing.yaml`, checked at load. */
import { z } from 'zod';
import { plain } from './plain.ts';

const Phrase = z.string().min(1).transform(plain);

/** `whole`: the message is just this. `within`: it may stand anywhere in a longer sentence. */
const Phrases = z.strictObject({ whole: z.array(Phrase), within: z.array(Phrase).default([]) });

export const COMMANDS = ['help', 'restart', 'back', 'person', 'stop', 'forget'] as const;
export type Command = (typeof COMMANDS)[number];

export const Hearing = z.strictObject({
  /** Said before or after a command without changing it: "please", "can I". */
  politeness: z.array(Phrase),
  commands: z.record(z.enum(COMMANDS), Phrases),
  yes: Phrases,
  no: Phrases,
  thanks: Phrases,
  unknownDate: Phrases,
  wrong: Phrases,
  greeting: Phrases,
  correction: z.strictObject({
    /** A correction begins so: "no", "actually", "its", "not". */
    openings: z.array(Phrase),
    concern: z.array(Phrase),
    complaint: z.array(Phrase),
    enquiry: z.array(Phrase),
    /** "We live in", "it is", "my council is": what comes before the name of a council. */
    council: z.array(Phrase),
  }),
});
export type Hearing = z.infer<typeof Hearing>;

/** Whether the message is, or holds, one of the phrases. `text` is plain. */
export function hears(
  text: string,
  phrases: z.infer<typeof Phrases>,
  politeness: readonly string[],
): boolean {
  const forms = [text, withoutPoliteness(text, politeness)];
  if (forms.some((form) => phrases.whole.includes(form))) return true;
  return phrases.within.some((phrase) => ` ${text} `.includes(` ${phrase} `));
}

function withoutPoliteness(text: string, politeness: readonly string[]): string {
  let bare = ` ${text} `;
  for (const word of politeness) bare = bare.replaceAll(` ${word} `, ' ');
  return bare.trim() || text;
}
