import type { Storage } from '../storage/storage.ts';
import type { Metrics } from './metrics.ts';
import { problemResponse } from './problem-response.ts';
import { json, type Route } from './route.ts';

/** What operators and their machines ask: are you alive, can you work, how much. */
export function operatorRoutes(storage: Storage, metrics: Metrics): Route[] {
  return [
    { method: 'GET', path: '/health/live', handle: async () => json(200, { status: 'ok' }) },
    {
      method: 'GET',
      path: '/health/ready',
      async handle() {
        try {
          await storage.transaction((tx) => tx.lastSeq(''));
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
