import type { IncomingHttpHeaders } from 'node:http';
import { browserClaim, checkBrowser } from './browser-cookie.ts';
import type { DirectLineDeps } from './deps.ts';
import type { OpenConversation } from './open-conversation.ts';
import { readActivities } from './read-activities.ts';
import type { Claims, Tokens } from './tokens.ts';

/** Conversations for pages that the server makes: the same tokens, locks and bot as over HTTP. */
export interface PageDoor {
  /**
   * A token for a conversation that does not exist until something is said in it.
   * @param secret what the browser's cookie holds; null for a browser that keeps none: its token is nobody's
   */
  begin(
    council: string | null,
    secret: string | null,
  ): Promise<{ readonly claims: Claims; readonly token: string }>;
  /** @throws ProblemError TokenExpired, BadToken or OtherBrowser */
  verify(token: string, headers: IncomingHttpHeaders): Promise<Claims>;
  renew(claims: Claims): Promise<string>;
  /** @returns the activity's id once it is stored. @throws ProblemError */
  say(claims: Claims, activity: unknown): Promise<string>;
  /** All that was said, oldest first. */
  history(claims: Claims): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export function pageDoor(
  { newId, storage }: DirectLineDeps,
  tokens: Tokens,
  open: OpenConversation,
  take: (claims: Claims, body: unknown) => Promise<string>,
): PageDoor {
  return {
    async begin(council, secret) {
      const claims = { conv: newId(), user: `dl_${newId()}`, council, browser: browserClaim(secret) };
      return { claims, token: await tokens.issue(claims) };
    },
    async verify(token, headers) {
      const claims = await tokens.verify(token);
      checkBrowser(claims, headers);
      return claims;
    },
    renew: (claims) => tokens.issue(claims),
    async say(claims, activity) {
      await open(claims, 'page');
      return take(claims, activity);
    },
    async history({ conv }) {
      const all: Readonly<Record<string, unknown>>[] = [];
      for (let after = 0; ; ) {
        const { activities, last } = await readActivities(storage, conv, after);
        all.push(...activities);
        if (last === after) return all;
        after = last;
      }
    },
  };
}
