/** The real bot on real storage and the real content, at a given day, for tests that talk to it. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConversation } from '../../dialogs/conversation.ts';
import { loadWords } from '../../dialogs/load-words.ts';
import { createBot } from '../../src/bot/create-bot.ts';
import { createServices } from '../../src/bot/services.ts';
import { createTerminal, type Terminal } from '../../src/channels/terminal/terminal.ts';
import { requireKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createSearch } from '../../src/knowledge/search.ts';
import { createLog } from '../../src/shared/log.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';

const search = createSearch(requireKnowledge(join(projectRoot, 'knowledge')));
const words = loadWords();

export interface Talk {
  readonly terminal: Terminal;
  readonly storage: Storage;
  /** Closes everything and opens it again on the same file: the same conversation goes on. */
  restart(): Promise<Talk>;
  end(): Promise<void>;
}

export async function startTalk(options: { council: string | null; today: string }): Promise<Talk> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
  const talk = await open(folder, randomUUID(), options);
  await talk.terminal.open();
  return talk;
}

async function open(
  folder: string,
  conversationId: string,
  { council, today }: { council: string | null; today: string },
): Promise<Talk> {
  const storage = await openStorage(`file:${join(folder, 'talk.db')}`);
  const clock = { now: () => new Date(`${today}T10:00:00Z`) };
  const services = createServices({ words, search: () => search, clock, newId: randomUUID });
  const bot = createBot({ conversation: createConversation(services), storage, log: createLog('silent') });
  return {
    terminal: createTerminal({ bot, storage, clock, council, conversationId }),
    storage,
    async restart() {
      await storage.close();
      return open(folder, conversationId, { council, today });
    },
    async end() {
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}
