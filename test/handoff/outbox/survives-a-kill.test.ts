import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPump } from '../../../src/handoff/outbox/pump.ts';
import { webhookSender } from '../../../src/handoff/outbox/send-webhook.ts';
import { notConfigured } from '../../../src/handoff/outbox/sender.ts';
import { webhookItem } from '../../../src/handoff/outbox/webhook-item.ts';
import { createLog } from '../../../src/shared/log.ts';
import { projectRoot } from '../../../src/shared/project-root.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { HandTime } from './support/hand-time.ts';
import { add, isEmpty } from './support/items.ts';

const SECRET = Buffer.alloc(32, 'a secret').toString('base64');

function pumpProcess(url: string): ChildProcess {
  const script = join(projectRoot, 'test/handoff/outbox/support/pump-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, SECRET], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  // A test that gives up must leave nothing running.
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}

it('what was under way when the process was killed is sent again, in its order, and can be recognised', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-outbox-'));
  const url = `file:${folder}/signpost.db`;
  const ids: string[] = [];
  let answers = false;
  const receiver = createServer((request: IncomingMessage, response: ServerResponse) => {
    ids.push(String(request.headers['webhook-id']));
    if (answers) response.writeHead(204).end();
  });
  await once(receiver.listen(0, '127.0.0.1'), 'listening');
  const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;

  const storage = await openStorage(url);
  const now = new Date();
  await add(storage, ...['1', '2', '3'].map((body) => webhookItem({ url: hook, body }, 'c', now)));
  const child = pumpProcess(url);
  await once(receiver, 'request');
  child.kill('SIGKILL');
  await once(child, 'exit');
  receiver.closeAllConnections();
  answers = true;

  const time = new HandTime(now.toISOString());
  const pump = createPump({
    storage,
    senders: { activity: notConfigured, email: notConfigured, webhook: webhookSender(SECRET, time.clock) },
    clock: time.clock,
    timer: time.timer,
    random: () => 0,
    log: createLog('silent'),
    metrics: { outbox: () => {} },
  });
  pump.wake();
  await pump.atRest();
  expect(ids, 'it is held for the other process, which may still be there').toHaveLength(1);
  for (; !(await isEmpty(storage)); await pump.atRest()) time.toNext();
  expect(ids).toHaveLength(4);
  expect(ids[1]).toBe(ids[0]);
  expect(new Set(ids).size).toBe(3);
  expect(ids.slice(1)).toEqual(ids.slice(1).toSorted());

  await pump.close();
  await storage.close();
  await new Promise((resolve) => receiver.close(resolve));
  await rm(folder, { recursive: true });
});
