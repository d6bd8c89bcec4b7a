/** Messages with quick replies. Whatever is on a button can be typed as well. */
import { type Activity, type CardAction, MessageFactory } from 'botbuilder';
import type { Deadline } from '../src/pathways/schema.ts';

export function reply(text: string, buttons: readonly string[] = []): Partial<Activity> {
  const actions = buttons.map((title): CardAction => ({ type: 'imBack', title, value: title }));
  const message =
    actions.length > 0 ? MessageFactory.suggestedActions(actions, text) : MessageFactory.text(text);
  return { ...message, textFormat: 'markdown', speak: undefined, inputHint: undefined };
}

/**
 * Marks a message as an answer, for channels that can rate it or put its days into a calendar. Only days
 * by which the family itself must act, and that have not gone.
 */
export function asAnswer(message: Partial<Activity>, deadlines: readonly Deadline[] = []): Partial<Activity> {
  const days = deadlines
    .filter(({ binds, passed }) => binds === 'family' && !passed)
    .map(({ label, date, counted }) => ({ label, date, counted }));
  return {
    ...message,
    entities: [...(message.entities ?? []), { type: 'signpost/answer', deadlines: days }],
  };
}

/** Paragraphs that are there, joined. */
export function paragraphs(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n\n');
}
