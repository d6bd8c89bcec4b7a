import { ProblemError } from '../../shared/problem.ts';
import { type HttpRequest, json, type Route } from '../route.ts';
import type { Authorize } from './authorize.ts';
import type { DirectLineDeps } from './deps.ts';
import { readActivities } from './read-activities.ts';
import { type Claims, TOKEN_SECONDS, type Tokens } from './tokens.ts';
import { readWatermark } from './watermark.ts';

export interface ConversationActions {
  readonly authorize: Authorize;
  readonly tokens: Tokens;
  readonly open: (claims: Claims) => Promise<boolean>;
  readonly take: (claims: Claims, body: unknown) => Promise<string>;
}

const BASE = '/v3/directline/conversations';

/** Opening, reconnecting, reading and writing: the Direct Line 3.0 conversation itself. */
export function conversationRoutes({ storage }: DirectLineDeps, actions: ConversationActions): Route[] {
  const { authorize, tokens, open, take } = actions;

  const connected = async (status: number, request: HttpRequest, claims: Claims, after: number) => {
    const stream = await tokens.issueStream({ ...claims, after });
    const origin = request.ownOrigin.replace(/^http/, 'ws');
    return json(status, {
      conversationId: claims.conv,
      token: await tokens.issue(claims),
      expires_in: TOKEN_SECONDS,
      streamUrl: `${origin}${BASE}/${encodeURIComponent(claims.conv)}/stream?t=${stream}`,
    });
  };

  return [
    {
      method: 'POST',
      path: BASE,
      crossOrigin: true,
      async handle(request) {
        const claims = await authorize(request);
        const first = await open(claims);
        // Whoever opens has seen nothing yet, also when it is the second try after a lost answer.
        return connected(first ? 201 : 200, request, claims, 0);
      },
    },
    {
      method: 'GET',
      path: `${BASE}/:conversationId`,
      crossOrigin: true,
      async handle(request) {
        const claims = await authorize(request);
        const last = await storage.read(async (tx) => {
          if ((await tx.conversation(claims.conv)) === null) throw new ProblemError('ConversationNotFound');
          return tx.lastSeq(claims.conv);
        });
        const watermark = request.query.get('watermark');
        // Without a watermark only what comes from now on; the rest is history, read by GET.
        const after = watermark ? Math.min(readWatermark(watermark), last) : last;
        return connected(200, request, claims, after);
      },
    },
    {
      method: 'GET',
      path: `${BASE}/:conversationId/activities`,
      crossOrigin: true,
      async handle(request) {
        const { conv } = await authorize(request);
        const after = readWatermark(request.query.get('watermark'));
        try {
          const known = await storage.read((tx) => tx.conversation(conv));
          if (known === null) throw new ProblemError('ConversationNotFound');
          const { activities, watermark } = await readActivities(storage, conv, after);
          return json(200, { activities, watermark });
        } catch (error) {
          // A polling client stops for good at any 5xx; told that nothing is new, it asks again.
          const passing = error instanceof ProblemError && error.code === 'StorageUnavailable';
          if (passing) return json(200, { activities: [], watermark: String(after) });
          throw error;
        }
      },
    },
    {
      method: 'POST',
      path: `${BASE}/:conversationId/activities`,
      crossOrigin: true,
      handle: async (request) => json(200, { id: await take(await authorize(request), request.body) }),
    },
    {
      method: 'POST',
      path: `${BASE}/:conversationId/upload`,
      crossOrigin: true,
      takes: 'none',
      async handle(request) {
        await authorize(request);
        throw new ProblemError('NoUploads');
      },
    },
  ];
}
