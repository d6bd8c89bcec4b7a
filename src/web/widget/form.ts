import { z } from 'zod';
import type { HttpRequest } from '../../channels/route.ts';
import { ProblemError } from '../../shared/problem.ts';

const Form = z.object({
  /** The conversation's token. */
  chat: z.string().max(4_000).default(''),
  /** The id of the message that is sent. */
  id: z.string().max(200).default(''),
  /** Not empty when the page showed something that was said. */
  begun: z.string().default(''),
  text: z.string().default(''),
  choice: z.string().optional(),
  rating: z.string().optional(),
  calendar: z.string().optional(),
  /** Nothing is said; what came meanwhile is to be shown. */
  look: z.string().optional(),
});
export type Form = z.infer<typeof Form>;

/**
 * The chat's form as it was sent. The form of another site would only speak for itself, since the token is
 * in the form, but there is no reason to listen. Our own pages say "null": they tell nobody where they are.
 *
 * @throws ProblemError OriginNotAllowed or BadRequest
 */
export function readForm({ headers: { origin }, ownOrigin, body }: HttpRequest): Form {
  const foreign = origin !== undefined && origin !== 'null' && hostOf(origin) !== hostOf(ownOrigin);
  if (foreign) throw new ProblemError('OriginNotAllowed');
  const form = Form.safeParse(body ?? {});
  if (!form.success) throw new ProblemError('BadRequest');
  return form.data;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
