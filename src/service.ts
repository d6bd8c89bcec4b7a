/** The service, put together from its settings and its content. Read it from top to bottom; nothing else knows everyone. */

import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { caseNotice } from '../dialogs/case-notice.ts';
import { createConversation } from '../dialogs/conversation.ts';
import { greeting } from '../dialogs/greeting.ts';
import type { Words } from '../dialogs/load-words.ts';
import type { Bot } from './bot/bot.ts';
import { createBot } from './bot/create-bot.ts';
import { createServices } from './bot/services.ts';
import { cloudAdapter } from './channels/bot-framework/cloud-adapter.ts';
import { createBotFramework } from './channels/bot-framework/create-bot-framework.ts';
import { activitySender } from './channels/bot-framework/send-activity.ts';
import { createRoster } from './channels/bot-framework/staff/roster.ts';
import { createStaffDoor } from './channels/bot-framework/staff/staff-door.ts';
import { teamsWatcher } from './channels/bot-framework/staff/teams-watcher.ts';
import { createConverse } from './channels/converse.ts';
import { createDirectLine } from './channels/direct-line/create-direct-line.ts';
import { tokenSecret } from './channels/direct-line/token-secret.ts';
import { createHttpServer } from './channels/http-server.ts';
import { hubWatcher } from './channels/hub/hub-watcher.ts';
import { keyedLock } from './channels/keyed-lock.ts';
import { createMetrics, type Metrics } from './channels/metrics.ts';
import { operatorRoutes } from './channels/operator-routes.ts';
import { rateLimit } from './channels/rate-limit.ts';
import type { Route } from './channels/route.ts';
import type { Config } from './config.ts';
import { openingOf } from './handoff/availability.ts';
import { createDesk, type Desk } from './handoff/desk.ts';
import { createFeed, type Feed } from './handoff/feed.ts';
import { isOpen } from './handoff/hours.ts';
import { newRef } from './handoff/new-ref.ts';
import { createNotifier } from './handoff/notify/notifier.ts';
import { addressHash } from './handoff/outbox/lane.ts';
import { createPump } from './handoff/outbox/pump.ts';
import { emailSender } from './handoff/outbox/send-email.ts';
import { webhookSender } from './handoff/outbox/send-webhook.ts';
import { notConfigured } from './handoff/outbox/sender.ts';
import { realTimer } from './handoff/outbox/timer.ts';
import { wakeAfterCommit } from './handoff/outbox/wake-after-commit.ts';
import { newCode } from './handoff/records/new-code.ts';
import { createTicker } from './handoff/ticker.ts';
import { placeOf } from './knowledge/place-of.ts';
import type { Search } from './knowledge/search.ts';
import { nextDeadline } from './pathways/next-deadline.ts';
import { type Clock, dayInEngland } from './shared/clock.ts';
import type { Log } from './shared/log.ts';
import { strikeOff } from './staff/keep-adviser.ts';
import { loadStaffFile } from './staff/load-staff-file.ts';
import { loadStaffWording } from './staff/wording.ts';
import { databasePath } from './storage/database-path.ts';
import type { Storage } from './storage/storage.ts';
import { consoleRoutes } from './web/console/console-routes.ts';
import { demoRoutes } from './web/demo/routes.ts';
import { widgetRoutes } from './web/widget/routes.ts';

/** Mails with a code that one address may get in a day, from whatever conversations. */
const MOST_CODES_TO_ADDRESS = 3;
/** To all addresses together: far more than families ask for, and too few to flood anybody. */
const MOST_CODES = 500;
const DAY = 86_400_000;

export interface ServiceParts {
  readonly config: Config;
  readonly storage: Storage;
  /** The content in force and its index; replaced as a whole when content is reloaded. */
  readonly search: () => Search;
  readonly words: Words;
  readonly clock: Clock;
  readonly log: Log;
  /** Stands between the channels and the bot: for tests that hold a turn or let it fail. */
  readonly around?: (bot: Bot) => Bot;
  /** Beside the service's own. */
  readonly routes?: readonly Route[];
}

export interface Service {
  readonly metrics: Metrics;
  readonly desk: Desk;
  readonly feed: Feed;
  /** @returns the port, also when 0 let the system choose one */
  listen(port: number, host: string): Promise<number>;
  /** Takes nothing new, lets what is under way finish. The storage stays open. */
  close(graceMs?: number): Promise<void>;
}

export function createService(parts: ServiceParts): Service {
  const { config, search, words, clock, log, around = (bot) => bot, routes = [] } = parts;
  const { publicUrl, proxyHops } = config;
  const knowledge = () => search().knowledge;
  const today = () => dayInEngland(clock.now());
  const metrics = createMetrics();
  const feed = createFeed();
  const lock = keyedLock();
  const newId = randomUUID;
  const secret = tokenSecret(config.tokenSecret, databasePath(config.databaseUrl));

  const { botFramework: door, allowedServiceHosts } = config;
  const adapter = door.kind === 'off' ? null : cloudAdapter(door);
  const appId = door.kind === 'authenticated' ? door.appId : '';

  // What leaves the service: written with what it tells of, sent from here.
  const pump = createPump({
    storage: parts.storage,
    senders: {
      activity:
        adapter === null
          ? notConfigured
          : activitySender({
              adapter,
              appId,
              allowedServiceHosts,
              development: door.kind === 'open',
              storage: parts.storage,
              clock,
              log,
              metrics,
            }),
      email: config.mail === null ? notConfigured : emailSender(config.mail, clock),
      webhook: config.webhookSecret === null ? notConfigured : webhookSender(config.webhookSecret, clock),
    },
    clock,
    timer: realTimer,
    random: Math.random,
    log,
    metrics,
  });
  const storage = wakeAfterCommit(parts.storage, pump.wake);
  metrics.watchOutbox({ storage, clock });

  const codesTo = rateLimit(clock, MOST_CODES_TO_ADDRESS, DAY);
  const codes = rateLimit(clock, MOST_CODES, DAY);
  const services = createServices({
    words,
    search,
    clock,
    storage,
    newRef: () => newRef(randomInt),
    ...(config.mail === null
      ? {}
      : {
          copy: {
            now: () => clock.now(),
            newCode,
            // The count keeps no address.
            mayMail: (mailbox: string) => codesTo.allows(addressHash(mailbox)) && codes.allows('all'),
          },
        }),
  });
  const staffFile =
    config.staffFile === null ? null : loadStaffFile(config.staffFile, new Set(knowledge().councils.keys()));
  const staffWords = loadStaffWording();

  // Cases, and whoever has to learn of them.
  const limitsOf = (council: string) => knowledge().advisers(council).minutes;
  const watchers = [
    createNotifier({
      notifyOf: (council) => knowledge().advisers(council).notify,
      placeOf: (council) => placeOf(knowledge(), council),
      deadlineOf: ({ situation }) =>
        situation === null ? null : nextDeadline(situation, { knowledge: knowledge(), today: today() }),
      publicUrl,
      can: { email: config.mail !== null, webhook: config.webhookSecret !== null },
      clock,
      log,
    }),
    ...(config.handoffHub
      ? [hubWatcher({ clock, deadlinesOf: (of) => services.pathway(of).deadlines })]
      : []),
    ...(staffFile === null ? [] : [teamsWatcher({ services, words: staffWords, clock })]),
  ];

  // The family's side: one turn of the bot.
  const handoff = { limitsOf, watchers, newId };
  const conversation = createConversation(services);
  const bot = around(createBot({ conversation, storage, log, clock, handoff, feed, hub: config.handoffHub }));

  // The advisers' side.
  const desk = createDesk({
    storage,
    converse: createConverse({ storage, clock, lock, feed }),
    feed,
    clock,
    log,
    limitsOf,
    watchers,
    isOpen: (council, now) => isOpen(openingOf(knowledge(), council), now),
    word: (notice, of) => caseNotice(services, notice, of),
  });
  const ticker = createTicker(desk.tick, log);
  const settings = { proxyHops, publicUrl, oidc: config.oidc };
  const adviserConsole = consoleRoutes({
    storage,
    desk,
    feed,
    clock,
    log,
    search,
    newId,
    random: randomBytes,
    wait,
    secret,
    settings,
  });

  // Doors.
  const directLine = createDirectLine({
    storage,
    bot,
    lock,
    feed,
    clock,
    log,
    metrics,
    tokenSecret: secret,
    directLineSecret: config.directLineSecret,
    originsOf: (council) => knowledge().councils.get(council)?.origins ?? null,
    newId,
  });
  const staff =
    staffFile === null || adapter === null
      ? null
      : createStaffDoor({
          file: staffFile,
          services,
          words: staffWords,
          storage,
          desk,
          clock,
          log,
          lock,
          newId,
          adapter,
          appId,
          roster: createRoster(clock),
        });
  const botFramework = createBotFramework({
    door,
    adapter,
    staff,
    report: config.handoffHub ? desk.report : null,
    allowedServiceHosts,
    storage,
    bot,
    lock,
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
        knowledge,
        greeting: (council) => greeting(services, council),
        page: directLine.page,
        clock,
        newId,
      }),
      ...adviserConsole.routes,
      ...demoRoutes(knowledge),
      ...routes,
    ],
    upgrade: (request, socket, head) =>
      adviserConsole.upgrade(request, socket, head) || directLine.upgrade(request, socket, head),
    log,
    metrics,
    proxyHops,
  });

  return {
    metrics,
    desk,
    feed,
    async listen(port, host) {
      await storage.transaction((tx) => strikeOff(tx, staffFile));
      const given = await server.listen(port, host);
      // What waited while the service was down.
      pump.wake();
      return given;
    },
    async close(graceMs) {
      directLine.close();
      adviserConsole.close();
      await server.close(graceMs);
      await ticker.close();
      await pump.close();
    },
  };
}
