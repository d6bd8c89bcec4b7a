/** Run where a file may only grow so far: writes until that is met, and prints what was then said. */
import { createMetrics } from '../../../src/channels/metrics.ts';
import { operatorRoutes } from '../../../src/channels/operator-routes.ts';
import { createLog } from '../../../src/shared/log.ts';
import { ProblemError } from '../../../src/shared/problem.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';

const logged: string[] = [];
const log = createLog('warn', { write: (line) => logged.push(line) });
const storage = await openStorage(`file:${process.argv[2]}`, { log });
await storage.transaction((tx) =>
  tx.createConversation({
    id: 'c',
    channel: 'directline',
    council: null,
    userId: 'u',
    createdAt: new Date(0),
    started: true,
    ended: false,
  }),
);
const long = { type: 'message', text: 'my lad cries every morning '.repeat(50) };

let refused: string | null = null;
for (let round = 0; refused === null && round < 1_000; round++) {
  await storage
    .transaction((tx) => tx.append('c', [{ clientId: null, from: 'user', build: () => long }]))
    .catch((error: unknown) => {
      refused = error instanceof ProblemError ? error.code : String(error);
    });
}
process.stdout.write(JSON.stringify({ refused, logged, ready: await ready() }));
await storage.close();

async function ready(): Promise<number | undefined> {
  const route = operatorRoutes(storage, createMetrics()).find((one) => one.path === '/health/ready');
  if (route === undefined) throw new Error('no such route');
  const request = {
    id: '1',
    path: route.path,
    params: {},
    query: new URLSearchParams(),
    headers: {},
    ownOrigin: '',
    clientKey: '',
    body: null,
  };
  // A small write may still fit where a longer one did not.
  for (let round = 0; round < 100; round++) {
    const { status } = await route.handle(request);
    if (status !== 200) return status;
  }
  return 200;
}
