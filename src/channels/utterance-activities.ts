import { type Activity, EventFactory } from 'botbuilder';
import type { Utterance } from '../handoff/converse.ts';

/** Marks a message that only repeats a `handoff.status` event, for clients that show no events. */
export const REPEATS_STATUS = 'signpost/repeats-status';

/**
 * What is said in a handoff, as activities. A status comes as Bot Framework's own event and again as a message,
 * because clients other than our chat show no events.
 */
export function utteranceActivities(utterance: Utterance, conversationId: string): Partial<Activity>[] {
  const conversation = { id: conversationId, isGroup: false, name: '', conversationType: 'personal' };
  if (utterance.type === 'message') {
    const { clientId, name, text } = utterance;
    // The screen that sent it knows its own message again by this, as families' clients know theirs.
    const own = clientId === null ? {} : { channelData: { clientActivityID: clientId } };
    return [{ type: 'message', text, textFormat: 'markdown', from: adviser(name), ...own }];
  }
  const { text, buttons, status } = utterance;
  const actions = buttons.map((title) => ({ type: 'imBack', title, value: title }));
  const message: Partial<Activity> = {
    type: 'message',
    text,
    textFormat: 'markdown',
    from: { id: 'signpost', name: 'Signpost', role: 'bot' },
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
  };
  if (status === null) return [message];
  const event = EventFactory.createHandoffStatus(conversation, status.state, text);
  return [
    { type: 'event', name: event.name, value: event.value, from: adviser(status.name) },
    { ...message, entities: [{ type: REPEATS_STATUS }] },
  ];
}

/** Families know an adviser by a first name or a role, never by an id of ours. */
const adviser = (name: string) => ({ id: 'adviser', name, role: 'bot' });
