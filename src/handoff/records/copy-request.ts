/**
 * A family asks for a copy of its conversation by e-mail. The copy goes only to an address that has shown,
 * with a code, that whoever reads it is in this chat: otherwise anybody could have our mails sent to anybody.
 * Pure; what there is to send is sent by `send-copy.ts`.
 */
import { z } from 'zod';

const CODE_MINUTES = 15;
const MOST_TRIES = 5;
const MOST_CODES_A_DAY = 3;
const DAY = 86_400_000;
/** RFC 5321 4.5.3.1.3, without the brackets. */
const LONGEST_ADDRESS = 254;
const LONGEST_ANSWER = 1_000;

const Instant = z.iso.datetime();

export const CopyRequest = z.object({
  /** The one address that waits for its code. Gone as soon as it is confirmed, refused or too old. */
  pending: z
    .object({
      address: z.email(),
      code: z.string().regex(/^\d{6}$/),
      until: Instant,
      tries: z.number().int().nonnegative(),
    })
    .nullable(),
  /** When this conversation had codes sent, in the last day. */
  sent: z.array(Instant),
});
export type CopyRequest = z.infer<typeof CopyRequest>;

export const noCopyRequest: CopyRequest = { pending: null, sent: [] };

export type CodeAsked =
  | { readonly type: 'sent'; readonly address: string; readonly code: string; readonly until: Date }
  /** There is not exactly one address in what they wrote. */
  | { readonly type: 'no-address' }
  /** This conversation, or this address, has had as many codes as it may have in a day. */
  | { readonly type: 'too-many' };

/**
 * @param text what they wrote when they were asked for the address
 * @param mayMail counts one more mail to the address; false when that is too many
 * @param newCode six random digits
 */
export function askForCode(
  request: CopyRequest,
  text: string,
  needs: {
    readonly now: Date;
    readonly newCode: () => string;
    readonly mayMail: (address: string) => boolean;
  },
): { readonly request: CopyRequest; readonly asked: CodeAsked } {
  const { pending, sent } = dropOld(request, needs.now);
  const address = addressIn(text);
  if (address === null) return { request: { pending, sent }, asked: { type: 'no-address' } };
  if (sent.length >= MOST_CODES_A_DAY || !needs.mayMail(address.toLowerCase()))
    return { request: { pending: null, sent }, asked: { type: 'too-many' } };
  const code = needs.newCode();
  const until = new Date(needs.now.getTime() + CODE_MINUTES * 60_000);
  return {
    request: {
      pending: { address, code, until: until.toISOString(), tries: 0 },
      sent: [...sent, needs.now.toISOString()],
    },
    asked: { type: 'sent', address, code, until },
  };
}

export type CodeTried =
  | { readonly type: 'confirmed'; readonly address: string }
  /** There are no six digits in what they wrote; it costs no try. */
  | { readonly type: 'no-code' }
  | { readonly type: 'wrong'; readonly triesLeft: number }
  /** Too many wrong ones, too late, or never asked for: a new code is needed. */
  | { readonly type: 'over' };

export function tryCode(
  request: CopyRequest,
  text: string,
  now: Date,
): { readonly request: CopyRequest; readonly tried: CodeTried } {
  const current = dropOld(request, now);
  const { pending, sent } = current;
  if (pending === null) return { request: current, tried: { type: 'over' } };
  const code = text.replace(/\D/g, '');
  if (code.length !== 6) return { request: current, tried: { type: 'no-code' } };
  if (code === pending.code)
    return { request: { pending: null, sent }, tried: { type: 'confirmed', address: pending.address } };
  const tries = pending.tries + 1;
  if (tries >= MOST_TRIES) return { request: { pending: null, sent }, tried: { type: 'over' } };
  return {
    request: { pending: { ...pending, tries }, sent },
    tried: { type: 'wrong', triesLeft: MOST_TRIES - tries },
  };
}

/** The request without what has lost its use; called in every turn, so that an address is not kept for nothing. */
export function dropOld({ pending, sent }: CopyRequest, now: Date): CopyRequest {
  return {
    pending: pending !== null && now.toISOString() <= pending.until ? pending : null,
    sent: sent.filter((at) => now.getTime() - Date.parse(at) < DAY),
  };
}

/** "It is mum@example.org." @returns null unless there is one address and nothing else like one */
function addressIn(text: string): string | null {
  const words = text.slice(0, LONGEST_ANSWER).split(/[\s,;<>()[\]"]+|mailto:/i);
  const found = new Set(
    words.filter((word) => word.includes('@')).map((word) => word.replace(/^['.:]+|['.:!?]+$/g, '')),
  );
  const [first = ''] = found;
  const fits = found.size === 1 && first.length <= LONGEST_ADDRESS && z.email().safeParse(first).success;
  return fits ? first : null;
}
