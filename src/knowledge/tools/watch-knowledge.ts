import { watch } from 'chokidar';
import type { Finding } from '../finding.ts';
import type { Knowledge } from '../knowledge.ts';
import { loadKnowledge } from '../load-knowledge.ts';

/**
 * Editors save several files in a row, and some save in two moves. Longer than the 50 ms in which chokidar
 * leaves out a second change of the same file, or the last save could be the one that nobody reads.
 */
const QUIET_MS = 200;

export interface Watch {
  /** Resolves when changes are seen from now on. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Loads the folder again after each change: whole, or not at all. `onGood` gets new content, `onBad` why
 * it was not taken; the caller keeps what it had.
 */
export function watchKnowledge(
  dir: string,
  onGood: (knowledge: Knowledge) => void,
  onBad: (findings: readonly Finding[]) => void,
  quietMs = QUIET_MS,
): Watch {
  const watcher = watch(dir, {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !/\.(ya?ml|md|svg)$/.test(path),
  });
  let timer: NodeJS.Timeout | undefined;
  const load = () => {
    try {
      const loaded = loadKnowledge(dir);
      if (loaded.findings === undefined) onGood(loaded.knowledge);
      else onBad(loaded.findings);
    } catch (error) {
      // A file may go while it is read; the change that took it away brings us here again.
      onBad([unreadable(error)]);
    }
  };
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(load, quietMs);
  });
  watcher.on('error', (error) => onBad([unreadable(error)]));
  return {
    ready: new Promise((resolve) => watcher.once('ready', () => resolve())),
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

function unreadable(error: unknown): Finding {
  const message = error instanceof Error ? error.message : 'The folder could not be read.';
  return { level: 'error', file: '', line: 1, field: '', message, fix: 'Save the file again.' };
}
