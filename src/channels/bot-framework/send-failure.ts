import { z } from 'zod';
import type { Attempt } from '../../handoff/outbox/sender.ts';

const Failure = z.object({ statusCode: z.number() });
const Headers = z.object({ response: z.object({ headers: z.object({ get: z.function() }) }) });
const Coded = z.object({ code: z.string() });
const InnerCode = z.object({ details: z.object({ error: z.object({ code: z.string() }) }) });

/** Teams says these when the bot was taken out, blocked or forbidden: nobody is there to hear it. */
const GONE_CODES = new Set([
  'BotNotInConversationRoster',
  'BotDisabledByAdmin',
  'ConversationBlockedByUser',
  'ConversationNotFound',
  'MessageWritesBlocked',
  'ForbiddenOperationException',
]);
const TRY_AGAIN = new Set([401, 408, 412, 425, 429]);

/**
 * What a failed send means. What the connector says in words is not read: it may repeat the message.
 *
 * @param now for a `Retry-After` that is a date
 */
export function whyNotSent(error: unknown, now: Date): Exclude<Attempt, { type: 'sent' }> {
  const { data } = Failure.safeParse(error);
  // No status: nobody answered, or no token could be had. Neither is the message's fault.
  if (data === undefined) return { type: 'retry', why: `connector ${networkCode(error)}` };
  const { statusCode } = data;
  const why = `connector ${statusCode}`;
  if (statusCode === 404 || (statusCode === 403 && GONE_CODES.has(errorCode(error))))
    return { type: 'receiver-gone', why };
  if (TRY_AGAIN.has(statusCode) || statusCode >= 500)
    return { type: 'retry', why, after: retryAfter(error, now) };
  return { type: 'refused', why };
}

export function statusOf(error: unknown): number | null {
  return Failure.safeParse(error).data?.statusCode ?? null;
}

function errorCode(error: unknown): string {
  return InnerCode.safeParse(error).data?.details.error.code ?? Coded.safeParse(error).data?.code ?? '';
}

function networkCode(error: unknown): string {
  const code = Coded.safeParse(error).data?.code;
  return code !== undefined && /^[A-Z_]+$/.test(code) ? code : 'failed';
}

/** RFC 9110 10.2.3: seconds, or a date. @returns milliseconds */
function retryAfter(error: unknown, now: Date): number {
  const found = Headers.safeParse(error);
  if (!found.success) return 0;
  const value: unknown = Reflect.apply(found.data.response.headers.get, headersOf(error), ['retry-after']);
  if (typeof value !== 'string') return 0;
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now.getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}

/** The object itself: its methods do not work on zod's copy. */
function headersOf(error: unknown): unknown {
  const response = typeof error === 'object' && error !== null ? Reflect.get(error, 'response') : undefined;
  return typeof response === 'object' && response !== null ? Reflect.get(response, 'headers') : undefined;
}
