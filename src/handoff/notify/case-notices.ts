import type { CaseChange } from '../watcher.ts';

/** What advisers are told of, in a mail or by webhook. */
export type CaseNotice =
  /** Begins to wait, or waits again because it was put back. */
  | 'waiting'
  /** A message lies there for an adviser. */
  | 'message-left'
  /** Danger was disclosed in a case that they may know already. */
  | 'danger'
  /** Nobody came in time; the family still waits. */
  | 'not-answered'
  /** Nobody came at all; the family was told so. */
  | 'gave-up';

/** What there is to tell of a change, in this order; often nothing. */
export function caseNotices({ before, after, events }: CaseChange): CaseNotice[] {
  const happened = (type: string) => events.some((event) => event.type === type);
  const became = (state: string) => after.status.state === state && before?.status.state !== state;
  const { status } = after;
  return [
    ...(became('waiting') ? (['waiting'] as const) : []),
    ...(became('message-left') ? (['message-left'] as const) : []),
    ...(happened('flagged-red') ? (['danger'] as const) : []),
    ...(happened('warned') ? (['not-answered'] as const) : []),
    ...(became('abandoned') && status.state === 'abandoned' && status.why === 'nobody-came'
      ? (['gave-up'] as const)
      : []),
  ];
}
