/** The real bot and the real desk of its advisers on real storage and content, at a given day, for tests that talk to them. */
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import { caseNotice } from '../../dialogs/case-notice.ts';
import { createConversation } from '../../dialogs/conversation.ts';
import { loadWords } from '../../dialogs/load-words.ts';
import type { Bot } from '../../src/bot/bot.ts';
import { createBot } from '../../src/bot/create-bot.ts';
import { createServices } from '../../src/bot/services.ts';
import { createConverse } from '../../src/channels/converse.ts';
import { keyedLock } from '../../src/channels/keyed-lock.ts';
import { createTerminal, type Terminal } from '../../src/channels/terminal/terminal.ts';
import { openingOf } from '../../src/handoff/availability.ts';
import { createDesk, type Desk } from '../../src/handoff/desk.ts';
import { createFeed } from '../../src/handoff/feed.ts';
import { isOpen } from '../../src/handoff/hours.ts';
import { newRef } from '../../src/handoff/new-ref.ts';
import type { CaseWatcher } from '../../src/handoff/watcher.ts';
import { requireKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createSearch } from '../../src/knowledge/search.ts';
import type { Clock } from '../../src/shared/clock.ts';
import { createLog } from '../../src/shared/log.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { type AdvisersAtWork, advisersAtWork, type NewAdviser } from './advisers-at-work.ts';

const search = createSearch(requireKnowledge(join(projectRoot, 'knowledge')));
const { knowledge } = search;
const words = loadWords();

export interface Talk {
  readonly terminal: Terminal;
  readonly bot: Bot;
  readonly clock: Clock;
  readonly storage: Storage;
  readonly conversationId: string;
  readonly desk: Desk;
  readonly advisers: AdvisersAtWork;
  /** What the family has been shown since it was asked last, oldest first. */
  shown(): Promise<readonly Shown[]>;
  /** Lets the time pass, a minute at a step. */
  pass(minutes: number): Promise<void>;
  /** Closes everything and opens it again on the same file: the same conversation goes on. */
  restart(): Promise<Talk>;
  end(): Promise<void>;
}

export interface Shown {
  readonly from: 'bot' | 'adviser';
  readonly activity: Partial<Activity>;
}

export interface TalkOptions {
  readonly council: string | null;
  readonly today: string;
  /** By Greenwich. */
  readonly time?: string;
  readonly advisers?: readonly NewAdviser[];
  readonly watchers?: readonly CaseWatcher[];
}

/** How far the family has read, and what time it is: kept over a restart. */
interface Place {
  seen: number;
  now: Date;
}

export async function startTalk(options: TalkOptions): Promise<Talk> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  const place = { seen: 0, now: new Date(`${options.today}T${options.time ?? '10:00'}:00Z`) };
  const talk = await open(folder, randomUUID(), options, place);
  await talk.advisers.hire(options.advisers ?? []);
  await talk.terminal.open();
  await talk.shown();
  return talk;
}

async function open(
  folder: string,
  conversationId: string,
  options: TalkOptions,
  place: Place,
): Promise<Talk> {
  const storage = await openStorage(`file:${join(folder, 'talk.db')}`);
  const clock = { now: () => place.now };
  const log = createLog('silent');
  const feed = createFeed();
  const services = createServices({
    words,
    search: () => search,
    clock,
    storage,
    newRef: () => newRef(randomInt),
    copy: { now: clock.now, newCode: () => '012345', mayMail: () => true },
  });
  const kept = {
    limitsOf: (council: string) => knowledge.advisers(council).minutes,
    watchers: options.watchers ?? [],
  };
  const handoff = { ...kept, newId: randomUUID };
  const bot = createBot({ conversation: createConversation(services), storage, clock, log, feed, handoff });
  const desk = createDesk({
    ...kept,
    storage,
    clock,
    log,
    feed,
    converse: createConverse({ storage, clock, lock: keyedLock(), feed }),
    isOpen: (council, now) => isOpen(openingOf(knowledge, council), now),
    word: (notice, of) => caseNotice(services, notice, of),
  });
  const terminal = createTerminal({ bot, storage, clock, council: options.council, conversationId });
  const advisers = advisersAtWork({ desk, storage, clock, conversationId });
  return {
    terminal: {
      ...terminal,
      say(message) {
        // Nobody writes two messages in one instant.
        place.now = new Date(place.now.getTime() + 1_000);
        return terminal.say(message);
      },
    },
    bot,
    clock,
    storage,
    conversationId,
    desk,
    advisers,
    async shown() {
      const all = await storage.read((tx) => tx.activitiesAfter(conversationId, place.seen, 1_000));
      place.seen = all.at(-1)?.seq ?? place.seen;
      return all.flatMap(({ from, activity }) =>
        from === 'user' || activity.type !== 'message' ? [] : [{ from, activity }],
      );
    },
    async pass(minutes) {
      for (let minute = 0; minute < minutes; minute++) {
        place.now = new Date(place.now.getTime() + 60_000);
        await advisers.giveSignOfLife();
        await desk.tick();
      }
    },
    async restart() {
      await storage.close();
      return open(folder, conversationId, options, place);
    },
    async end() {
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}
