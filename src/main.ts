/** The service, put together. Read it from top to bottom; nothing else knows everyone. */
import { randomUUID } from 'node:crypto';
import { createConversation } from '../dialogs/conversation.ts';
import { greeting } from '../dialogs/greeting.ts';
import { loadWords } from '../dialogs/load-words.ts';
import { createBot } from './bot/create-bot.ts';
import { createServices } from './bot/services.ts';
import { createBotFramework } from './channels/bot-framework/create-bot-framework.ts';
import { createDirectLine } from './channels/direct-line/create-direct-line.ts';
import { tokenSecret } from './channels/direct-line/token-secret.ts';
import { createHttpServer } from './channels/http-server.ts';
import { createMetrics } from './channels/metrics.ts';
import { operatorRoutes } from './channels/operator-routes.ts';
import { ConfigError, readConfig } from './config.ts';
import { KnowledgeError } from './knowledge/finding.ts';
import { keepFresh } from './knowledge/keep-fresh.ts';
import { systemClock as clock } from './shared/clock.ts';
import { createLog } from './shared/log.ts';
import { startBanner } from './start-banner.ts';
import { DatabaseError } from './storage/database-error.ts';
import { databasePath } from './storage/database-path.ts';
import { openStorage } from './storage/open-storage.ts';
import { demoRoutes } from './web/demo/routes.ts';
import { widgetRoutes } from './web/widget/routes.ts';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const content = keepFresh(config.knowledgeDir, log);
  const storage = await openStorage(config.databaseUrl, { log });
  const metrics = createMetrics();

  const services = createServices({ words: loadWords(), search: content.search, clock, newId: randomUUID });
  const bot = createBot({ conversation: createConversation(services), storage, log });

  const directLine = createDirectLine({
    storage,
    bot,
    clock,
    log,
    metrics,
    tokenSecret: tokenSecret(config.tokenSecret, databasePath(config.databaseUrl)),
    directLineSecret: config.directLineSecret,
    originsOf: (council) => services.knowledge().councils.get(council)?.origins ?? null,
    newId: randomUUID,
  });
  const botFramework = createBotFramework({
    door: config.botFramework,
    allowedServiceHosts: config.allowedServiceHosts,
    storage,
    bot,
    clock,
    log,
    metrics,
  });
  const server = createHttpServer({
    routes: [
      ...operatorRoutes(storage, metrics),
      ...directLine.routes,
      ...botFramework.routes,
      ...widgetRoutes({
        knowledge: services.knowledge,
        greeting: (council) => greeting(services, council),
        page: directLine.page,
        clock,
        newId: randomUUID,
      }),
      ...demoRoutes(services.knowledge),
    ],
    upgrade: directLine.upgrade,
    log,
    metrics,
    proxyHops: config.proxyHops,
  });

  const port = await server.listen(config.port, config.host).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new ConfigError(`PORT ${config.port} is taken by another program. Set PORT to a free one.`)
      : error;
  });
  for (const line of startBanner(config, port, services.knowledge())) process.stdout.write(`${line}\n`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    try {
      directLine.close();
      await server.close();
      await content.close();
      await storage.close();
    } finally {
      // A channel that does not answer may still hold a connection of ours, and with it the process.
      process.exit(0);
    }
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

try {
  await start();
} catch (error) {
  // What an operator can put right is said in plain words; anything else is ours and keeps its trace.
  const expected =
    error instanceof ConfigError || error instanceof KnowledgeError || error instanceof DatabaseError;
  process.stderr.write(
    `Signpost did not start.\n${expected ? error.message : String((error as Error).stack)}\n`,
  );
  // Half a service may be open by now, and would keep the process alive.
  process.exit(1);
}
