import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';
import { shortHash } from '../../shared/short-hash.ts';

/** More than any letter a family pastes; the bot asks for less when it is much. */
const MOST_CHARACTERS = 10_000;
/** Everything that is not the text: a few attachments and what a client notes for itself. */
const MOST_BYTES_BESIDE_TEXT = 16 * 1024;
/** A picture sent as data. The bot says that it cannot see pictures, so it need not be kept. */
const MOST_URL = 1_000;

const Attachment = z.looseObject({ contentType: z.string().optional(), contentUrl: z.string().optional() });

const Incoming = z.looseObject({
  type: z.enum(['message', 'event', 'typing', 'endOfConversation']),
  text: z.string().optional(),
  name: z.string().optional(),
  attachments: z.array(Attachment).max(20).optional(),
  channelData: z.unknown().optional(),
});

const WithClientId = z.object({ clientActivityID: z.string().min(1).max(200) });

export interface IncomingActivity {
  readonly activity: Partial<Activity>;
  /**
   * Stands for the id that the client gave its message; the same one twice is one message. A hash, because
   * it outlives what a family asks to forget, and a client may have put words into its id.
   */
  readonly clientId: string | null;
}

/**
 * Reads what a client posted. Everything that says who speaks, where and when is the server's to say,
 * whatever the client claims.
 *
 * @throws ProblemError BadRequest or BodyTooLarge
 */
export function incomingActivity(body: unknown, conversationId: string, userId: string): IncomingActivity {
  const parsed = Incoming.safeParse(body);
  if (!parsed.success) throw new ProblemError('BadRequest');
  const { attachments, ...said } = parsed.data;
  if ((said.text?.length ?? 0) > MOST_CHARACTERS && [...(said.text ?? '')].length > MOST_CHARACTERS) {
    throw new ProblemError('BodyTooLarge');
  }
  for (const ours of ['id', 'timestamp', 'callerId', 'relatesTo', 'expiration', 'deliveryMode'])
    delete said[ours];
  const withClientId = WithClientId.safeParse(said.channelData);
  const activity: Partial<Activity> = {
    ...said,
    ...(attachments === undefined ? {} : { attachments: attachments.map(withoutData) }),
    // Nothing of what a page knows about its visitor: no name, no address.
    from: { id: userId, name: '', role: 'user' },
    recipient: { id: 'signpost', name: 'Signpost', role: 'bot' },
    conversation: { id: conversationId, isGroup: false, name: '', conversationType: 'personal' },
    channelId: 'directline',
    serviceUrl: 'urn:signpost:directline',
    locale: 'en-GB',
  };
  if (Buffer.byteLength(JSON.stringify({ ...activity, text: '' })) > MOST_BYTES_BESIDE_TEXT) {
    throw new ProblemError('BodyTooLarge');
  }
  return { activity, clientId: withClientId.success ? shortHash(withClientId.data.clientActivityID) : null };
}

function withoutData(
  attachment: z.infer<typeof Attachment>,
): { contentType: string } & Record<string, unknown> {
  const { contentUrl = '', contentType = 'application/octet-stream', ...rest } = attachment;
  return { ...rest, contentType, ...(contentUrl.length > MOST_URL ? {} : { contentUrl }) };
}
