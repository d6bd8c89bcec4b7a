import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startService } from '../../support/service.ts';

it('the service stops when it is asked to, also while a channel leaves its replies hanging', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-stop-'));
  // Takes a reply and never says that it has it.
  const channel = createServer().listen(0, '127.0.0.1');
  await once(channel, 'listening');
  const address = channel.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const service = await startService({ DATABASE_URL: `file:${join(folder, 'a.db')}` });
  const asking = new AbortController();
  const asked = fetch(`${service.url}/api/messages`, {
    method: 'POST',
    signal: asking.signal,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      text: 'hello',
      channelId: 'emulator',
      serviceUrl: `http://127.0.0.1:${port}`,
      conversation: { id: 'c' },
      from: { id: 'u' },
      recipient: { id: 'b' },
    }),
  }).catch(() => undefined);
  await once(channel, 'request');
  asking.abort();
  await asked;
  expect(await service.stop()).toBe(0);
  channel.closeAllConnections();
  channel.close();
  await rm(folder, { recursive: true });
});
