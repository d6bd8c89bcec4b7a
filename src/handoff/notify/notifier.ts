import type { Advisers } from '../../knowledge/schema/advisers.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { NewOutboxItem } from '../../storage/contract/outbox.ts';
import type { Case } from '../case.ts';
import { emailItem } from '../outbox/email-item.ts';
import { webhookItem } from '../outbox/webhook-item.ts';
import type { CaseChange, CaseWatcher } from '../watcher.ts';
import { caseMail } from './case-mail.ts';
import { type CaseNotice, caseNotices } from './case-notices.ts';
import { caseWebhook } from './case-webhook.ts';
import type { NoticeFacts } from './notice-facts.ts';

export interface NotifierDeps {
  /** Who wants to be told; nobody, for a council that is not loaded. */
  readonly notifyOf: (council: string) => Advisers['notify'];
  /** What a council is called. */
  readonly placeOf: (council: string) => string;
  readonly deadlineOf: (of: Case) => NoticeFacts['deadline'];
  /** `https://host`; null: notices carry no link. */
  readonly publicUrl: string | null;
  /** What the settings allow. */
  readonly can: { readonly email: boolean; readonly webhook: boolean };
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Tells a council's advisers by e-mail and webhook that a family needs them. A receiver that cannot be told is
 * logged and left out: the family's case goes on without.
 */
export function createNotifier(deps: NotifierDeps): CaseWatcher {
  const { notifyOf, placeOf, publicUrl, can, clock, log } = deps;
  const complained = new Set<string>();

  const deadlineOf = (of: Case) => {
    try {
      return deps.deadlineOf(of);
    } catch (err) {
      log.error({ err, case: of.id }, 'a notice goes out without its deadline');
      return null;
    }
  };

  const itemsOf = (facts: NoticeFacts, to: Advisers['notify']): NewOutboxItem[] => {
    const now = clock.now();
    const { conversationId, council } = facts.of;
    const attempt = (kind: 'email' | 'webhook', make: () => NewOutboxItem): NewOutboxItem[] => {
      try {
        if (can[kind]) return [make()];
        complain(kind, council);
      } catch (err) {
        log.error({ err, case: facts.of.id, kind }, 'a receiver of notices could not be told');
      }
      return [];
    };
    const emails = [...new Map(to.emails.map((email) => [email.toLowerCase(), email])).values()];
    return [
      ...emails.flatMap((address) =>
        attempt('email', () =>
          emailItem({ to: address, until: null, ...caseMail(facts) }, conversationId, now),
        ),
      ),
      ...(to.webhook === undefined ? [] : [to.webhook]).flatMap((url) =>
        attempt('webhook', () =>
          webhookItem({ url, body: JSON.stringify(caseWebhook(facts)) }, conversationId, now),
        ),
      ),
    ];
  };

  /** Once for each council, not with every case. */
  const complain = (kind: 'email' | 'webhook', council: string) => {
    if (complained.has(`${kind} ${council}`)) return;
    complained.add(`${kind} ${council}`);
    const setting = kind === 'email' ? 'SMTP_URL' : 'WEBHOOK_SECRET';
    log.warn({ council, setting }, 'a council wants notices that the settings do not allow');
  };

  const factsOf = (notice: CaseNotice, of: Case, words: boolean): NoticeFacts => ({
    notice,
    of,
    place: placeOf(of.council),
    deadline: deadlineOf(of),
    link: publicUrl === null ? null : `${publicUrl}/console?case=${encodeURIComponent(of.id)}`,
    words: words && notice === 'message-left' ? of.message : null,
  });

  return {
    async changed(tx, change: CaseChange) {
      const of = change.after;
      const to = notifyOf(of.council);
      if (to.emails.length === 0 && to.webhook === undefined) return;
      const items = caseNotices(change).flatMap((notice) => itemsOf(factsOf(notice, of, to.words), to));
      if (items.length > 0) await tx.addToOutbox(items);
    },
    // A mail for every message would teach advisers to look away.
    async familySaid() {},
  };
}
