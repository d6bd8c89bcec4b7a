import type { Activity } from 'botbuilder';
import type { Card } from '../../../staff/cards/card.ts';
import type { StaffReply } from '../../../staff/reply.ts';

/** What staff are told, as Bot Framework's activity. */
export function staffActivity(reply: StaffReply): Partial<Activity> {
  switch (reply.type) {
    case 'card':
      return cardActivity(reply.card);
    case 'markdown':
      return { type: 'message', text: reply.text, textFormat: 'markdown' };
  }
}

/** `summary` is what the notification on a telephone says. */
export function cardActivity(card: Card): Partial<Activity> {
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
  return { type: 'message', summary: card.fallbackText, attachments };
}
