import type { Storage } from '../storage/storage.ts';
import type { Metrics } from './metrics.ts';
import { problemResponse } from './problem-response.ts';
import { json, type Route } from './route.ts';

/** No conversation's state has a key without a slash, so this one is nobody's. */
const PROBE_KEY = 'ready';

/** What operators and their machines ask: are you alive, can you work, how much. */
export function operatorRoutes(storage: Storage, metrics: Metrics): Route[] {
  const ready = canWrite(storage);
  return [
    { method: 'GET', path: '/health/live', handle: async () => json(200, { status: 'ok' }) },
    {
      method: 'GET',
      path: '/health/ready',
      async handle() {
        try {
          await ready();
          return json(200, { status: 'ok' });
        } catch {
          return problemResponse('StorageUnavailable');
        }
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      handle: async () => ({ status: 200, body: await metrics.text() }),
    },
  ];
}

/**
 * Writes a row and takes it away again. It is committed, because a full disk is met only then. Whoever asks
 * while it runs gets the same answer, so that asking often costs the families nothing.
 */
function canWrite(storage: Storage): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= storage
      .transaction(async (tx) => {
        await tx.saveState(PROBE_KEY, null, 0);
        await tx.deleteState(PROBE_KEY);
      })
      .finally(() => {
        running = null;
      });
    return running;
  };
}
