import type Database from 'libsql';
import type { Log } from '../shared/log.ts';
import type { Wait } from './wait.ts';

const RETRY_MS = 5_000;

interface LogWiperDeps {
  readonly database: Database.Database;
  /** Runs the work while no transaction is open. */
  readonly alone: (work: () => void) => Promise<void>;
  readonly wait: Wait;
  readonly log: Log | undefined;
}

export interface LogWiper {
  /** Something was deleted for good: its last traces are to leave the write-ahead log after the next commit. */
  readonly wanted: () => void;
  readonly afterCommit: () => void;
  /** Wipes what a stopped process left behind. */
  readonly now: () => void;
  readonly close: () => void;
}

/**
 * Overwritten pages reach the file only when the write-ahead log is emptied into it, and until then the log
 * holds the old ones. While another process still reads from the log that cannot be; it is tried again
 * after a while, without holding anybody up.
 */
export function logWiper({ database, alone, wait, log }: LogWiperDeps): LogWiper {
  let fresh = false;
  let waiting = false;
  let closed = false;

  const wipe = () => {
    fresh = false;
    if (closed || emptyLog(database) || waiting) return;
    waiting = true;
    log?.warn('deleted words stay in the write-ahead log while another process reads it; trying again');
    void again();
  };
  const again = async () => {
    let done = false;
    while (!done && !closed) {
      await wait(RETRY_MS, false);
      // Closed while it waited for its turn: the next start wipes.
      await alone(() => {
        done = closed || emptyLog(database);
      }).catch(() => undefined);
    }
    waiting = false;
  };
  return {
    wanted: () => {
      fresh = true;
    },
    afterCommit: () => {
      if (fresh) wipe();
    },
    now: wipe,
    close: () => {
      closed = true;
    },
  };
}

function emptyLog(database: Database.Database): boolean {
  try {
    const row: unknown = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    return typeof row === 'object' && row !== null && 'busy' in row && row.busy === 0;
  } catch {
    // The commit itself has succeeded.
    return false;
  }
}
