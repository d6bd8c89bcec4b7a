import type { Route } from '../../channels/route.ts';
import { createSessions } from '../../handoff/sign-in/sessions.ts';
import type { HashedAsset } from '../assets.ts';
import { pack } from '../widget/pack.ts';
import { apiRoutes } from './api-routes.ts';
import { buildConsoleAssets, type ConsoleAssets } from './assets.ts';
import type { ConsoleDeps } from './deps.ts';
import { createGuard } from './guard.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { type ConsoleStream, consoleStream } from './stream/console-stream.ts';

export interface AdviserConsole {
  readonly routes: readonly Route[];
  /** Takes over sockets on `/console/stream`; false for every other address. */
  readonly upgrade: ConsoleStream['upgrade'];
  /** Closes every screen; the pages come back with their places. */
  close(): void;
}

/** Everything under `/console`: sign-in, page, API and stream. */
export function consoleRoutes(
  deps: ConsoleDeps,
  assets: ConsoleAssets = buildConsoleAssets(),
): AdviserConsole {
  const sessions = createSessions(deps);
  const stream = consoleStream(deps, sessions);
  return {
    routes: [
      assetRoute(assets.script, 'text/javascript; charset=utf-8'),
      assetRoute(assets.style, 'text/css; charset=utf-8'),
      ...signInRoutes(deps, { sessions, assets, ended: stream.ended }),
      ...apiRoutes(deps, createGuard(deps, sessions)),
    ],
    upgrade: stream.upgrade,
    close: stream.close,
  };
}

function assetRoute(asset: HashedAsset, type: string): Route {
  return {
    method: 'GET',
    path: asset.path,
    handle: async (request) =>
      pack(request, asset, type, { 'cache-control': 'public, max-age=31536000, immutable' }),
  };
}
