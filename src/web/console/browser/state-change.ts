import type { CaseSheet } from '../api.ts';

/** What somebody else, or the clock, has done to the case on the screen; null when nothing that matters. */
export function stateChange(before: CaseSheet, after: CaseSheet, me: string): string | null {
  if (!before.red && after.red) return 'Danger was mentioned in this case.';
  if (before.state === after.state && before.adviser?.id === after.adviser?.id) return null;
  if (after.adviser !== null && after.adviser.id !== me) return `${after.adviser.name} has this case now.`;
  switch (after.state) {
    case 'waiting':
    case 'message-left':
      return 'This case is in the queue now.';
    case 'wrapping':
      return 'The talk is over. Please record the outcome.';
    case 'closed':
      return 'This case is closed.';
    case 'abandoned':
      return 'The family has left. This case is over.';
    case 'claimed':
    case 'live':
      return null;
  }
}
