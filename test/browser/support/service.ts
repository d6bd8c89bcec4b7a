/** The whole service in this process, with the real bot and the real content, on a day that is given. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TurnContext } from 'botbuilder';
import { createConversation } from '../../../dialogs/conversation.ts';
import { greeting } from '../../../dialogs/greeting.ts';
import { loadWords } from '../../../dialogs/load-words.ts';
import type { Bot } from '../../../src/bot/bot.ts';
import { createBot } from '../../../src/bot/create-bot.ts';
import { createServices } from '../../../src/bot/services.ts';
import { createDirectLine, type DirectLine } from '../../../src/channels/direct-line/create-direct-line.ts';
import { createHttpServer } from '../../../src/channels/http-server.ts';
import { createMetrics, type Metrics } from '../../../src/channels/metrics.ts';
import type { Route } from '../../../src/channels/route.ts';
import { requireKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { createSearch } from '../../../src/knowledge/search.ts';
import { createLog } from '../../../src/shared/log.ts';
import { projectRoot } from '../../../src/shared/project-root.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { demoRoutes } from '../../../src/web/demo/routes.ts';
import { widgetRoutes } from '../../../src/web/widget/routes.ts';

const real = createSearch(requireKnowledge(join(projectRoot, 'knowledge')));
const words = loadWords();

export interface Service {
  readonly url: string;
  readonly directLine: DirectLine;
  readonly metrics: Metrics;
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
}

export async function startService({ routes = [], origins = [] }: ServiceOptions = {}): Promise<Service> {
  const knowledge = {
    ...real.knowledge,
    councils: new Map(
      [...real.knowledge.councils].map(([slug, council]) => [
        slug,
        { ...council, origins: [...council.origins, ...origins] },
      ]),
    ),
  };
  const storage = await openStorage('file::memory:');
  const started = Date.now();
  let ahead = 0;
  const clock = {
    now: () => new Date(Date.parse('2026-11-21T10:00:00Z') + Date.now() - started + ahead),
  };
  const log = createLog('silent');
  const metrics = createMetrics();
  const search = () => ({ ...real, knowledge });
  const services = createServices({ words, search, clock, newId: randomUUID });
  const inner = createBot({ conversation: createConversation(services), storage, log });
  const bot: Bot = {
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
  };
  const directLine = createDirectLine({
    storage,
    bot,
    clock,
    log,
    metrics,
    tokenSecret: new TextEncoder().encode('0123456789abcdef0123456789abcdef'),
    directLineSecret: null,
    originsOf: (council) => knowledge.councils.get(council)?.origins ?? null,
    newId: randomUUID,
  });
  const server = createHttpServer({
    routes: [
      ...directLine.routes,
      ...widgetRoutes({
        knowledge: () => knowledge,
        greeting: (council) => greeting(services, council),
        page: directLine.page,
        clock,
        newId: randomUUID,
      }),
      ...demoRoutes(() => knowledge),
      ...routes,
    ],
    upgrade: directLine.upgrade,
    log,
    metrics,
    proxyHops: 0,
  });
  const port = await server.listen(0, '127.0.0.1');
  const service: Service = {
    url: `http://127.0.0.1:${port}`,
    directLine,
    metrics,
    later: (minutes) => {
      ahead += minutes * 60_000;
    },
    hold: null,
    failures: 0,
    conversations: new Set(),
    async stop() {
      directLine.close();
      await server.close(0);
      await storage.close();
    },
  };
  return service;
}
