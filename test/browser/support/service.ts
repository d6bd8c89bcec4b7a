/** The whole service in this process, with the real bot and the real content, on a day that is given. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TurnContext } from 'botbuilder';
import { loadWords } from '../../../dialogs/load-words.ts';
import type { Bot } from '../../../src/bot/bot.ts';
import type { Metrics } from '../../../src/channels/metrics.ts';
import type { Route } from '../../../src/channels/route.ts';
import { readConfig } from '../../../src/config.ts';
import type { Desk } from '../../../src/handoff/desk.ts';
import type { Feed } from '../../../src/handoff/feed.ts';
import { requireKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { createSearch } from '../../../src/knowledge/search.ts';
import { createService } from '../../../src/service.ts';
import { createLog } from '../../../src/shared/log.ts';
import { projectRoot } from '../../../src/shared/project-root.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';

const real = createSearch(requireKnowledge(join(projectRoot, 'knowledge')));
const words = loadWords();

export interface Service {
  readonly url: string;
  readonly storage: Storage;
  readonly desk: Desk;
  readonly feed: Feed;
  readonly metrics: Metrics;
  now(): Date;
  /** Moves the service's clock on. */
  later(minutes: number): void;
  /** Each turn waits for the promise, as long as there is one. */
  hold: Promise<void> | null;
  /** So many of the next turns fail. */
  failures: number;
  /** Conversations that anything was said in. */
  readonly conversations: Set<string>;
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly routes?: readonly Route[];
  /** Added to what a council allows: the other origins of the test. */
  readonly origins?: readonly string[];
  /** Where the clock begins. Default: a Saturday morning. */
  readonly begins?: string;
  /** Settings by their names in the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const { routes = [], origins = [], begins = '2026-11-21T10:00:00Z', env = {} } = options;
  const knowledge = {
    ...real.knowledge,
    councils: new Map(
      [...real.knowledge.councils].map(([slug, council]) => [
        slug,
        { ...council, origins: [...council.origins, ...origins] },
      ]),
    ),
  };
  const config = readConfig({ DATABASE_URL: 'file::memory:', TOKEN_SECRET: randomUUID(), ...env });
  const storage = await openStorage(config.databaseUrl);
  const started = Date.now();
  let ahead = 0;
  const clock = { now: () => new Date(Date.parse(begins) + Date.now() - started + ahead) };
  const around = (inner: Bot): Bot => ({
    async onTurn(context: TurnContext) {
      service.conversations.add(context.activity.conversation.id);
      if (context.activity.type === 'message') {
        if (service.hold !== null) await context.sendActivity({ type: 'typing' });
        await service.hold;
        if (service.failures > 0) {
          service.failures -= 1;
          throw new Error('a fault made by the test');
        }
      }
      return inner.onTurn(context);
    },
  });
  const search = () => ({ ...real, knowledge });
  const log = createLog('silent');
  const { listen, close, desk, feed, metrics } = createService({
    config,
    storage,
    search,
    words,
    clock,
    log,
    around,
    routes,
  });
  const port = await listen(0, '127.0.0.1');
  const service: Service = {
    url: `http://127.0.0.1:${port}`,
    storage,
    desk,
    feed,
    metrics,
    now: clock.now,
    later: (minutes) => {
      ahead += minutes * 60_000;
    },
    hold: null,
    failures: 0,
    conversations: new Set(),
    async stop() {
      await close(0);
      await storage.close();
    },
  };
  return service;
}
