/** The whole service with its desk and the advisers' page in this process, on a working day. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { caseNotice } from '../../../dialogs/case-notice.ts';
import { createConversation } from '../../../dialogs/conversation.ts';
import { greeting } from '../../../dialogs/greeting.ts';
import { loadWords } from '../../../dialogs/load-words.ts';
import { createBot } from '../../../src/bot/create-bot.ts';
import { createServices } from '../../../src/bot/services.ts';
import { createConverse } from '../../../src/channels/converse.ts';
import { createDirectLine } from '../../../src/channels/direct-line/create-direct-line.ts';
import { createHttpServer } from '../../../src/channels/http-server.ts';
import { keyedLock } from '../../../src/channels/keyed-lock.ts';
import { createMetrics } from '../../../src/channels/metrics.ts';
import { openingOf } from '../../../src/handoff/availability.ts';
import { createDesk, type Desk } from '../../../src/handoff/desk.ts';
import { createFeed } from '../../../src/handoff/feed.ts';
import { isOpen } from '../../../src/handoff/hours.ts';
import { newRef } from '../../../src/handoff/new-ref.ts';
import { addAccount } from '../../../src/handoff/sign-in/accounts.ts';
import { requireKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { createSearch } from '../../../src/knowledge/search.ts';
import { createLog } from '../../../src/shared/log.ts';
import { projectRoot } from '../../../src/shared/project-root.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { buildConsoleAssets } from '../../../src/web/console/assets.ts';
import { consoleRoutes } from '../../../src/web/console/console-routes.ts';
import { widgetRoutes } from '../../../src/web/widget/routes.ts';

const search = createSearch(requireKnowledge(join(projectRoot, 'knowledge')));
const { knowledge } = search;
const words = loadWords();
const assets = buildConsoleAssets();

export const PASSWORD = 'a long enough password';

export interface ConsoleService {
  readonly url: string;
  readonly storage: Storage;
  readonly desk: Desk;
  /** An account with {@link PASSWORD}; its login is the name at example.org. */
  hire(name: string): Promise<void>;
  /** Everyone's sign-ins end. */
  endSignIns(): Promise<void>;
  /** Moves the service's clock on. */
  later(minutes: number): void;
  stop(): Promise<void>;
}

/** Monday 23 November 2026, ten in the morning. */
export async function startConsoleService(): Promise<ConsoleService> {
  const storage = await openStorage('file::memory:');
  const started = Date.now();
  let ahead = 0;
  const clock = {
    now: () => new Date(Date.parse('2026-11-23T10:00:00Z') + Date.now() - started + ahead),
  };
  const log = createLog('silent');
  const metrics = createMetrics();
  const feed = createFeed();
  const lock = keyedLock();
  const services = createServices({
    words,
    search: () => search,
    clock,
    storage,
    newRef: () => newRef(randomInt),
  });
  const kept = { limitsOf: (council: string) => knowledge.advisers(council).minutes, watchers: [] };
  const handoff = { ...kept, newId: randomUUID };
  const bot = createBot({ conversation: createConversation(services), storage, clock, log, feed, handoff });
  const desk = createDesk({
    ...kept,
    storage,
    clock,
    log,
    feed,
    converse: createConverse({ storage, clock, lock, feed }),
    isOpen: (council, now) => isOpen(openingOf(knowledge, council), now),
    word: (notice, of) => caseNotice(services, notice, of),
  });
  const secret = new TextEncoder().encode('0123456789abcdef0123456789abcdef');
  const directLine = createDirectLine({
    storage,
    bot,
    lock,
    feed,
    clock,
    log,
    metrics,
    tokenSecret: secret,
    directLineSecret: null,
    originsOf: (council) => knowledge.councils.get(council)?.origins ?? null,
    newId: randomUUID,
  });
  const advisers = consoleRoutes(
    {
      storage,
      desk,
      feed,
      clock,
      log,
      search: () => search,
      newId: randomUUID,
      random: randomBytes,
      wait: () => Promise.resolve(),
      secret,
      settings: { proxyHops: 0, publicUrl: null, oidc: null },
    },
    assets,
  );
  const server = createHttpServer({
    routes: [
      ...directLine.routes,
      ...advisers.routes,
      ...widgetRoutes({
        knowledge: () => knowledge,
        greeting: (council) => greeting(services, council),
        page: directLine.page,
        clock,
        newId: randomUUID,
      }),
    ],
    upgrade: (request, socket, head) =>
      advisers.upgrade(request, socket, head) || directLine.upgrade(request, socket, head),
    log,
    metrics,
    proxyHops: 0,
  });
  const port = await server.listen(0, '127.0.0.1');
  const hired: string[] = [];
  return {
    url: `http://127.0.0.1:${port}`,
    storage,
    desk,
    async hire(name) {
      const known = [...knowledge.councils.keys()];
      const { id } = await addAccount(
        { storage, now: clock.now(), newId: randomUUID, random: randomBytes, known },
        { name, login: `${name.toLowerCase()}@example.org`, councils: ['dudley'], password: PASSWORD },
      );
      hired.push(id);
    },
    async endSignIns() {
      await storage.transaction(async (tx) => {
        for (const id of hired) await tx.endSessionsOf(id);
      });
    },
    later: (minutes) => {
      ahead += minutes * 60_000;
    },
    async stop() {
      directLine.close();
      advisers.close();
      await server.close(0);
      await storage.close();
    },
  };
}
