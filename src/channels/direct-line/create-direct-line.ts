import type { Hint } from '../../handoff/feed.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Route } from '../route.ts';
import { authorizer } from './authorize.ts';
import { conversationRoutes } from './conversation-routes.ts';
import type { DirectLineDeps } from './deps.ts';
import { adviserTyping, directLineTurn } from './direct-line-turn.ts';
import { originCheck } from './may-use-origin.ts';
import { conversationOpener } from './open-conversation.ts';
import { type PageDoor, pageDoor } from './page-door.ts';
import { activityTaker } from './post-activity.ts';
import { type SocketHub, socketHub } from './socket-hub.ts';
import { type StreamDoor, streamDoor } from './stream-upgrade.ts';
import { tokenRoutes } from './token-routes.ts';
import { createTokens } from './tokens.ts';

export interface DirectLine {
  readonly routes: readonly Route[];
  /** Takes over sockets on the stream path. */
  readonly upgrade: StreamDoor['upgrade'];
  /** The same conversations for pages that the server makes itself. */
  readonly page: PageDoor;
  /** Closes every socket; clients come back with their watermark. */
  close(): void;
}

/** A Direct Line 3.0 server in this process. */
export function createDirectLine(deps: DirectLineDeps): DirectLine {
  const tokens = createTokens(deps.tokenSecret, deps.clock);
  const mayUse = originCheck(deps.originsOf);
  const authorize = authorizer(tokens, mayUse);
  const { lock } = deps;
  const hub = socketHub(deps.storage, deps.log);
  const deaf = deps.feed.listen((hint) => pushHint(hub, hint, deps.clock));
  const turn = directLineTurn(deps, hub);
  const stream = streamDoor(tokens, mayUse, hub);
  const open = conversationOpener(deps, lock, turn);
  const take = activityTaker(deps, lock, turn);
  return {
    routes: [
      ...tokenRoutes(deps, tokens, authorize, mayUse),
      ...conversationRoutes(deps, { authorize, tokens, open, take }),
    ],
    upgrade: stream.upgrade,
    page: pageDoor(deps, tokens, open, take),
    close() {
      deaf();
      stream.close();
    },
  };
}

function pushHint(hub: SocketHub, hint: Hint, clock: Clock): void {
  switch (hint.type) {
    case 'said':
      hub.added(hint.conversationId);
      return;
    case 'typing': {
      const { conversationId, who, name } = hint;
      if (who === 'adviser') hub.typing(conversationId, adviserTyping(conversationId, name, clock.now()));
      return;
    }
    case 'case':
      return;
  }
}
