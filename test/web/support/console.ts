/** The console's server on a port of its own, with real storage, real content and two services' advisers. */

import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { createConverse } from '../../../src/channels/converse.ts';
import { createHttpServer } from '../../../src/channels/http-server.ts';
import { keyedLock } from '../../../src/channels/keyed-lock.ts';
import { createMetrics } from '../../../src/channels/metrics.ts';
import { fromRow } from '../../../src/handoff/case-row.ts';
import type { AdviserCommand, FamilyCommand } from '../../../src/handoff/command.ts';
import { decide } from '../../../src/handoff/decide.ts';
import { createDesk, type Desk } from '../../../src/handoff/desk.ts';
import { createFeed, type Feed } from '../../../src/handoff/feed.ts';
import { keepDecision } from '../../../src/handoff/keep-case.ts';
import { newAdviser } from '../../../src/handoff/new-adviser.ts';
import { newRef } from '../../../src/handoff/new-ref.ts';
import { type NewCase, openCase } from '../../../src/handoff/open-case.ts';
import type { OidcSettings } from '../../../src/handoff/sign-in/oidc-settings.ts';
import { createSessions } from '../../../src/handoff/sign-in/sessions.ts';
import { requireKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { createSearch } from '../../../src/knowledge/search.ts';
import { createLog } from '../../../src/shared/log.ts';
import { projectRoot } from '../../../src/shared/project-root.ts';
import type { AdviserRow } from '../../../src/storage/contract/advisers.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import type { ToScreen } from '../../../src/web/console/api.ts';
import type { ConsoleAssets } from '../../../src/web/console/assets.ts';
import { consoleRoutes } from '../../../src/web/console/console-routes.ts';
import { freePort } from '../../support/free-port.ts';

const search = createSearch(requireKnowledge(join(projectRoot, 'knowledge')));
const asset = (path: string) => ({ path, content: Buffer.from(''), packed: Buffer.from('') });
const noAssets: ConsoleAssets = {
  script: asset('/console/app-0.js'),
  style: asset('/console/app-0.css'),
  signInCss: 'p{margin:0}',
};
const START = Date.parse('2026-11-23T10:00:00Z');

export interface ConsoleService {
  readonly url: string;
  readonly storage: Storage;
  readonly desk: Desk;
  readonly feed: Feed;
  /** Every line that was logged. */
  readonly log: string[];
  /** How long each failed sign-in would have had to wait. */
  readonly waits: number[];
  now(): Date;
  /** Moves the clock on. */
  later(minutes: number): void;
  adviser(name: string, over?: Partial<AdviserRow>): Promise<AdviserRow>;
  /** @returns the cookie of a new sign-in */
  signIn(adviser: AdviserRow): Promise<string>;
  /** A family in the queue. @returns the case's id */
  family(council: string, over?: Partial<NewCase>): Promise<string>;
  /** The family writes, or the bot answers. */
  says(caseId: string, text: string, from?: 'user' | 'bot'): Promise<void>;
  familyActs(caseId: string, command: FamilyCommand): Promise<void>;
  acts(caseId: string, adviser: AdviserRow, command: AdviserCommand): Promise<void>;
  get(path: string, cookie?: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, cookie?: string, headers?: Record<string, string>): Promise<Response>;
  screen(cookie: string, headers?: Record<string, string>): Screen;
  stop(): Promise<void>;
}

export interface Screen {
  readonly socket: WebSocket;
  readonly frames: ToScreen[];
  send(frame: unknown): void;
  /** Resolves when a frame is there that fits. */
  heard<T extends ToScreen['type']>(
    type: T,
    fits?: (frame: Extract<ToScreen, { type: T }>) => boolean,
  ): Promise<Extract<ToScreen, { type: T }>>;
  readonly opened: Promise<void>;
  /** The code with which it was closed; an HTTP status when it was never opened. */
  readonly closed: Promise<number>;
}

export async function startConsole(
  options: {
    readonly oidc?: Omit<OidcSettings, 'publicUrl'>;
    readonly proxyHops?: number;
    readonly assets?: ConsoleAssets;
  } = {},
): Promise<ConsoleService> {
  const storage = await openStorage('file::memory:');
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  const waits: number[] = [];
  let at = START;
  const clock = { now: () => new Date(at) };
  const feed = createFeed();
  const limitsOf = (council: string) => search.knowledge.advisers(council).minutes;
  const keep = { limitsOf, watchers: [] };
  const converse = createConverse({ storage, clock, lock: keyedLock(), feed });
  const desk = createDesk({
    ...keep,
    storage,
    converse,
    feed,
    clock,
    log,
    isOpen: () => true,
    word: ({ type }) => ({
      type: 'notice',
      text: `notice: ${type}`,
      buttons: [],
      status: type === 'joined' ? { state: 'accepted', name: 'Sam' } : null,
    }),
  });
  // The provider has to know our address before we have one.
  const port = options.oidc === undefined ? 0 : await freePort();
  const oidc = options.oidc === undefined ? null : { ...options.oidc, publicUrl: `http://127.0.0.1:${port}` };
  const sessions = createSessions({ storage, clock, random: randomBytes });
  const adviserConsole = consoleRoutes(
    {
      storage,
      desk,
      feed,
      clock,
      log,
      search: () => search,
      newId: randomUUID,
      random: randomBytes,
      wait: async (ms) => void waits.push(ms),
      secret: randomBytes(32),
      settings: { proxyHops: options.proxyHops ?? 0, publicUrl: oidc?.publicUrl ?? null, oidc },
    },
    options.assets ?? noAssets,
  );
  const server = createHttpServer({
    routes: adviserConsole.routes,
    upgrade: adviserConsole.upgrade,
    log,
    metrics: createMetrics(),
    proxyHops: options.proxyHops ?? 0,
  });
  const url = `http://127.0.0.1:${await server.listen(port, '127.0.0.1')}`;
  const conversationOf = async (caseId: string) =>
    (await storage.read((tx) => tx.caseById(caseId)))?.conversationId ?? '';

  return {
    url,
    storage,
    desk,
    feed,
    log: lines,
    waits,
    now: clock.now,
    later: (minutes) => {
      at += minutes * 60_000;
    },
    async adviser(name, over = {}) {
      const row: AdviserRow = {
        ...newAdviser(randomUUID(), clock.now()),
        name,
        login: `${name.toLowerCase().replace(/\W/g, '')}@example.org`,
        councils: ['dudley'],
        ...over,
      };
      await storage.transaction((tx) => tx.saveAdviser(row));
      return row;
    },
    signIn: async ({ id }) => `signpost-console=${await storage.transaction((tx) => sessions.begin(tx, id))}`,
    async family(council, over = {}) {
      const conversationId = over.conversationId ?? randomUUID();
      const { opened, hints } = await storage.transaction(async (tx) => {
        if ((await tx.conversation(conversationId)) === null) {
          await tx.createConversation({
            id: conversationId,
            channel: 'directline',
            council,
            userId: 'dl_family',
            createdAt: clock.now(),
            started: true,
            ended: false,
          });
        }
        return openCase(
          tx,
          { ...keep, newId: randomUUID, newRef: () => newRef(randomInt) },
          {
            conversationId,
            council,
            reason: 'asked',
            red: false,
            sharedAfter: 0,
            situation: null,
            leave: null,
            ...over,
          },
          clock.now(),
        );
      });
      for (const hint of hints) feed.publish(hint);
      return opened.id;
    },
    async says(caseId, text, from = 'user') {
      const conversationId = await conversationOf(caseId);
      await storage.transaction((tx) =>
        tx.append(conversationId, [
          { clientId: null, from, build: () => ({ type: 'message', text, timestamp: clock.now() }) },
        ]),
      );
      feed.publish({ type: 'said', conversationId });
    },
    async familyActs(caseId, command) {
      const hints = await storage.transaction(async (tx) => {
        const row = await tx.caseById(caseId);
        if (row === null) throw new Error('no such case');
        const before = fromRow(row);
        const now = clock.now();
        const decided = decide(before.value, { by: 'family', command }, now, limitsOf(row.council));
        if (!decided.ok) throw new Error(decided.refusal.why);
        return keepDecision(tx, keep, before, { by: 'family', command }, decided, { now, clientId: null });
      });
      for (const hint of hints) feed.publish(hint);
    },
    async acts(caseId, { id, name, councils }, command) {
      const ref = { id, name, desk: 'console' as const };
      const acted = await desk.act(caseId, { ref, councils }, command, randomUUID());
      if (!acted.ok) throw new Error(acted.refusal.why);
    },
    get: (path, cookie = '', headers = {}) =>
      fetch(url + path, { headers: { cookie, ...headers }, redirect: 'manual' }),
    post: (path, body, cookie = '', headers = {}) => {
      const form = body instanceof URLSearchParams;
      return fetch(url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          cookie,
          origin: url,
          ...(form ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: form ? body : JSON.stringify(body),
      });
    },
    screen: (cookie, headers = {}) =>
      openScreen(`${url.replace(/^http/, 'ws')}/console/stream`, { cookie, origin: url, ...headers }),
    async stop() {
      adviserConsole.close();
      await server.close(0);
      await storage.close();
    },
  };
}

function openScreen(address: string, headers: Record<string, string>): Screen {
  const socket = new WebSocket(address, { headers });
  const frames: ToScreen[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as ToScreen);
    for (const look of waiting) look();
  });
  const opened = new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  opened.catch(() => undefined);
  const closed = new Promise<number>((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('close', resolve);
    socket.on('error', () => undefined);
  });
  return {
    socket,
    frames,
    opened,
    closed,
    send: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    heard: (type, fits = () => true) =>
      new Promise((resolve) => {
        const look = () => {
          const found = frames.find(
            (frame): frame is Extract<ToScreen, { type: typeof type }> =>
              frame.type === type && fits(frame as Extract<ToScreen, { type: typeof type }>),
          );
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
