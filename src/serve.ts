import { loadWords } from '../dialogs/load-words.ts';
import { type Config, ConfigError } from './config.ts';
import { keepFresh } from './knowledge/keep-fresh.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { createService } from './service.ts';
import { systemClock as clock } from './shared/clock.ts';
import { createLog } from './shared/log.ts';
import { openStorage } from './storage/open-storage.ts';

export interface Running {
  readonly port: number;
  readonly knowledge: Knowledge;
  stop(): Promise<void>;
}

/**
 * Starts the service with its real storage, content and clock.
 *
 * @throws ConfigError, KnowledgeError or DatabaseError with a message for the operator
 */
export async function serve(config: Config): Promise<Running> {
  const log = createLog(config.logLevel);
  const content = keepFresh(config.knowledgeDir, log);
  const storage = await openStorage(config.databaseUrl, { log });
  const service = createService({ config, storage, search: content.search, words: loadWords(), clock, log });
  const port = await service.listen(config.port, config.host).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new ConfigError(`PORT ${config.port} is taken by another program. Set PORT to a free one.`)
      : error;
  });
  return {
    port,
    knowledge: content.search().knowledge,
    async stop() {
      await service.close();
      await content.close();
      await storage.close();
    },
  };
}
