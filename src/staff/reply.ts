import type { Card } from './cards/card.ts';

/** What staff are answered. `markdown`: a message they can copy; words that a family typed come as a card alone. */
export type StaffReply =
  | { readonly type: 'card'; readonly card: Card }
  | { readonly type: 'markdown'; readonly text: string };

export const say = (text: string): StaffReply => ({ type: 'markdown', text });
export const show = (card: Card): StaffReply => ({ type: 'card', card });
