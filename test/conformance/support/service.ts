import { randomUUID } from 'node:crypto';
import { createConverse } from '../../../src/channels/converse.ts';
import { createDirectLine, type DirectLine } from '../../../src/channels/direct-line/create-direct-line.ts';
import { createHttpServer } from '../../../src/channels/http-server.ts';
import { keyedLock } from '../../../src/channels/keyed-lock.ts';
import { createMetrics } from '../../../src/channels/metrics.ts';
import { operatorRoutes } from '../../../src/channels/operator-routes.ts';
import type { Route } from '../../../src/channels/route.ts';
import { createFeed, type Feed } from '../../../src/handoff/feed.ts';
import { createLog } from '../../../src/shared/log.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { freePort } from '../../support/free-port.ts';
import { type EchoBot, echoBot } from './echo-bot.ts';

export const DIRECT_LINE_SECRET = 'the secret of a server we trust!';
export const COUNCIL_ORIGIN = 'https://www.dudley.gov.uk';

export interface Service {
  readonly url: string;
  readonly port: number;
  readonly storage: Storage;
  readonly bot: EchoBot;
  readonly directLine: DirectLine;
  readonly feed: Feed;
  /** An adviser speaks, outside any turn. */
  says(conversationId: string, ...texts: readonly string[]): Promise<void>;
  readonly logged: string[];
  /** Moves the service's own clock on. */
  later(ms: number): void;
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly database: string;
  readonly port?: number;
  readonly proxyHops?: number;
  readonly directLineSecret?: string | null;
  readonly moreRoutes?: readonly Route[];
}

/** The real server with real storage on a port of this machine, and the echo bot behind it. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { database, proxyHops = 0, directLineSecret = DIRECT_LINE_SECRET } = options;
  const storage = await openStorage(database);
  const bot = echoBot(storage);
  const logged: string[] = [];
  const log = createLog('debug', { write: (line: string) => logged.push(line) });
  const metrics = createMetrics();
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const lock = keyedLock();
  const feed = createFeed();
  const converse = createConverse({ storage, clock, lock, feed });
  const directLine = createDirectLine({
    storage,
    bot,
    lock,
    feed,
    log,
    metrics,
    clock,
    tokenSecret: new TextEncoder().encode('0123456789abcdef0123456789abcdef'),
    directLineSecret,
    originsOf: (council) => (council === 'dudley' ? [COUNCIL_ORIGIN] : null),
    newId: randomUUID,
  });
  const server = createHttpServer({
    routes: [...directLine.routes, ...operatorRoutes(storage, metrics), ...(options.moreRoutes ?? [])],
    upgrade: directLine.upgrade,
    log,
    metrics,
    proxyHops,
  });
  const port = await server.listen(options.port ?? (await freePort()), '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    storage,
    bot,
    directLine,
    feed,
    says: (conversationId, ...texts) =>
      converse(conversationId, async () => ({
        say: texts.map((text) => ({ type: 'message', name: 'Ann', text, clientId: null })),
        result: undefined,
      })),
    logged,
    later: (ms) => {
      ahead += ms;
    },
    async stop() {
      directLine.close();
      await server.close(0);
      await storage.close();
    },
  };
}
