/** Messages with quick replies. Whatever is on a button can be typed as well. */
import { type Activity, type CardAction, MessageFactory } from 'botbuilder';

export function reply(text: string, buttons: readonly string[] = []): Partial<Activity> {
  const actions = buttons.map((title): CardAction => ({ type: 'imBack', title, value: title }));
  const message =
    actions.length > 0 ? MessageFactory.suggestedActions(actions, text) : MessageFactory.text(text);
  return { ...message, textFormat: 'markdown', speak: undefined, inputHint: undefined };
}

/** Paragraphs that are there, joined. */
export function paragraphs(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n\n');
}
