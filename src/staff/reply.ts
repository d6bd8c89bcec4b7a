import type { Card } from './cards/card.ts';

/** What staff are answered. `markdown`: a message they can copy; `plain`: somebody's words, shown as they are. */
export type StaffReply =
  | { readonly type: 'card'; readonly card: Card }
  | { readonly type: 'markdown'; readonly text: string }
  | { readonly type: 'plain'; readonly text: string };

export const say = (text: string): StaffReply => ({ type: 'markdown', text });
export const show = (card: Card): StaffReply => ({ type: 'card', card });
