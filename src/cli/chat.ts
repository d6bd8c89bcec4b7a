import { randomInt, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Activity } from 'botbuilder';
import { createConversation } from '../../dialogs/conversation.ts';
import { loadWords } from '../../dialogs/load-words.ts';
import { createBot } from '../bot/create-bot.ts';
import { createServices } from '../bot/services.ts';
import { createTerminal } from '../channels/terminal/terminal.ts';
import { createFeed } from '../handoff/feed.ts';
import { newRef } from '../handoff/new-ref.ts';
import { createSearch } from '../knowledge/search.ts';
import { systemClock } from '../shared/clock.ts';
import { createLog } from '../shared/log.ts';
import { openStorage } from '../storage/open-storage.ts';
import { knownCouncil, loadContent } from './content.ts';
import { LineError } from './jsonl.ts';
import { io, print, tell } from './output.ts';

/** `signpost chat [--council S]`: the same dialogs as every channel, with storage that ends with the command. */
export async function chat(options: { council?: string }): Promise<number> {
  const search = createSearch(loadContent());
  const council = councilOrNone(options.council, search.knowledge);
  if (council === undefined) return 1;
  const clock = systemClock;
  const storage = await openStorage('file::memory:');
  const services = createServices({
    words: loadWords(),
    search: () => search,
    clock,
    storage,
    newRef: () => newRef(randomInt),
  });
  const bot = createBot({
    conversation: createConversation(services),
    storage,
    clock,
    log: createLog('silent'),
    feed: createFeed(),
    // This storage holds no adviser, so no case is ever opened in it.
    handoff: {
      newId: randomUUID,
      limitsOf: (of) => search.knowledge.advisers(of).minutes,
      watchers: [],
    },
  });
  const terminal = createTerminal({ bot, storage, clock, council });
  const atKeyboard = process.stdin.isTTY === true;

  show(await terminal.open());
  const lines = createInterface({
    input: io.input,
    output: atKeyboard ? io.output : undefined,
    prompt: 'you> ',
  });
  if (atKeyboard) lines.prompt();
  for await (const line of lines) {
    // What comes from a file is shown too, so that the whole conversation can be read.
    if (!atKeyboard) print(`you> ${line}`, '');
    show(await terminal.say({ text: line }));
    if (atKeyboard) lines.prompt();
  }
  await storage.close();
  return 0;
}

function show(replies: readonly Partial<Activity>[]): void {
  for (const { text, suggestedActions } of replies) {
    print(`signpost> ${text ?? ''}`);
    const buttons = suggestedActions?.actions.map(({ title }) => `[ ${title} ]`) ?? [];
    if (buttons.length > 0) print(buttons.join(' '));
    print('');
  }
}

function councilOrNone(
  slug: string | undefined,
  knowledge: Parameters<typeof knownCouncil>[1],
): string | null | undefined {
  try {
    return knownCouncil(slug, knowledge);
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    tell(error.message);
    return undefined;
  }
}
