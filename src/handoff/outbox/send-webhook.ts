import { Webhook as Signer } from 'standardwebhooks';
import type { Clock } from '../../shared/clock.ts';
import { itemName } from './item-name.ts';
import type { Attempt, Sender } from './sender.ts';
import { Webhook } from './webhook-item.ts';

const LONGEST_ANSWER = 10_000;

/**
 * Posts webhooks signed as Standard Webhooks 1.0 says (`webhook-id`, `webhook-timestamp`,
 * `webhook-signature`). What the receiver answers besides its status is not read.
 *
 * @param secret base64 of 24 to 64 bytes, with or without `whsec_` before it
 */
export function webhookSender(secret: string, clock: Clock): Sender {
  const signer = new Signer(secret);
  return async (item, signal) => {
    const webhook = Webhook.safeParse(item.payload);
    if (!webhook.success) return { type: 'refused', why: 'not a webhook' };
    const { url, body } = webhook.data;
    const id = `signpost_${itemName(item)}`;
    const now = clock.now();
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Signpost',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
          'webhook-signature': signer.sign(id, now, body),
        },
        body,
        // Whoever may move a receiver elsewhere could have a family's case sent to themselves.
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_ANSWER)]),
      });
      await response.body?.cancel();
      return attemptOf(response, now);
    } catch (error) {
      return { type: 'retry', why: `http ${errorCode(error)}` };
    }
  };
}

function attemptOf({ status, headers }: Response, now: Date): Attempt {
  const why = `http ${status}`;
  if (status >= 200 && status < 300) return { type: 'sent' };
  if (status === 410) return { type: 'receiver-gone', why };
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return { type: 'refused', why };
  return { type: 'retry', why, after: retryAfter(headers.get('retry-after'), now) };
}

/** RFC 9110 10.2.3: seconds, or a date. @returns milliseconds, 0 when it says nothing that can be understood */
function retryAfter(header: string | null, now: Date): number {
  if (header === null) return 0;
  const wait = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isFinite(wait) ? Math.max(wait, 0) : 0;
}

/** "ECONNREFUSED", "TimeoutError": a word that holds nothing of the address. */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : error.name;
}
