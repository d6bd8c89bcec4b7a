import { join } from 'node:path';
import { openAllHours } from '../../../src/demo/open-all-hours.ts';
import { startService } from '../service.ts';
import { AdviserLine } from './adviser-line.ts';
import { beginTalk, COUNCIL, type Talk } from './begin-talk.ts';
import { signIns } from './sign-ins.ts';

export interface RunningTalk extends Talk {
  /** The path of the database. */
  readonly database: string;
  end(): Promise<void>;
}

/** A service in a process of its own, in which one family and one adviser talk. @param folder an empty one */
export async function inTalk(folder: string): Promise<RunningTalk> {
  const database = join(folder, 'talk.db');
  const [cookie = ''] = await signIns(`file:${database}`, 1);
  const service = await startService({
    DATABASE_URL: `file:${database}`,
    KNOWLEDGE_DIR: openAllHours(folder, COUNCIL),
  });
  let over = false;
  const adviser = new AdviserLine(service.url, cookie, () => over);
  await adviser.signsIn();
  const talk = await beginTalk(service.url, adviser, 0, () => over);
  return {
    ...talk,
    database,
    async end() {
      over = true;
      talk.family.leaves();
      adviser.leaves();
      await service.kill();
    },
  };
}
