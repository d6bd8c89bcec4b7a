import { z } from 'zod';
import type { StoredActivity } from '../../storage/storage.ts';
import { plainWords, typedWords } from './plain-words.ts';

/** One message, as it is written into a record. */
export interface Spoken {
  readonly who: 'family' | 'bot' | 'adviser';
  /** The name of the adviser; empty when none was given. */
  readonly name: string;
  readonly at: Date;
  readonly words: string;
}

const Message = z.object({
  type: z.literal('message'),
  timestamp: z.coerce.date(),
  text: z.string().nullish(),
  from: z.object({ name: z.string().nullish() }).nullish(),
});

/** @returns null for what nobody said: an event, or the place of a message that the family had deleted */
export function spoken({ from, activity }: StoredActivity): Spoken | null {
  const message = Message.safeParse(activity);
  if (!message.success) return null;
  const { text, timestamp: at, from: sender } = message.data;
  const who = from === 'user' ? 'family' : from;
  // What the service says has layout; what a family typed stands as they typed it.
  const words = who === 'family' ? typedWords(text ?? '') : plainWords(text ?? '');
  return { who, name: typedWords(sender?.name ?? ''), at, words: words === '' ? '(no words)' : words };
}
