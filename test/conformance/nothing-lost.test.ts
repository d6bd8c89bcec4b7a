import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answered, type Call, call, message, openConversation } from './support/http.ts';
import { type Listener, listen } from './support/listen.ts';
import { type Service, startService } from './support/service.ts';

type Step =
  | { readonly do: 'send' }
  | { readonly do: 'send many at once'; readonly count: number }
  | { readonly do: 'send the last again' }
  | { readonly do: 'lose the socket' }
  | { readonly do: 'reconnect' }
  | { readonly do: 'restart the service' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Step>({ do: 'send' }) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 2, max: 4 }).map((count): Step => ({ do: 'send many at once', count })),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'send the last again' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'lose the socket' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'reconnect' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'restart the service' }) },
);

/** Asks again when the connection broke, as clients do: a restart closes those that were kept open. */
async function persist(url: string, request: Call, tries = 10): Promise<Answered> {
  return call(url, request).catch((error: unknown) => {
    if (tries === 0) throw error;
    return persist(url, request, tries - 1);
  });
}

/** A client that keeps every activity it was given and the last watermark, and trusts nothing else. */
async function run(
  steps: readonly Step[],
): Promise<{ acknowledged: string[]; seen: string[]; answered: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-dl-'));
  const database = `file:${folder}/a.db`;
  let service: Service = await startService({ database });
  const { url, port } = service;
  const opened = await openConversation(url);
  const { token, base } = opened;
  const listeners: Listener[] = [listen(opened.streamUrl)];
  const acknowledged: string[] = [];
  const sent: string[] = [];

  const kept = () => listeners.flatMap((one) => one.activities).filter((one) => one.type === 'message');
  const watermark = () =>
    listeners.flatMap((one) => one.frames).findLast((one) => one.watermark)?.watermark ?? '0';
  const post = async (clientId: string) => {
    const { status, body } = await persist(`${base}/activities`, {
      token,
      body: message(clientId, clientId),
    });
    expect(status).toBe(200);
    acknowledged.push(body.id);
  };
  const send = () => {
    sent.push(`m${sent.length + 1}`);
    return post(sent.at(-1) ?? '');
  };
  const loseSocket = () => {
    const { socket } = listeners.at(-1) ?? {};
    // What is under way when a connection breaks is not delivered later.
    socket?.removeAllListeners('message');
    socket?.terminate();
  };
  const reconnect = async () => {
    loseSocket();
    const { body } = await persist(`${base}?watermark=${watermark()}`, { token });
    listeners.push(listen(body.streamUrl));
  };
  const take = async (one: Step): Promise<unknown> => {
    switch (one.do) {
      case 'send':
        return send();
      case 'send many at once':
        return Promise.all(Array.from({ length: one.count }, send));
      case 'send the last again':
        return sent.length > 0 ? post(sent.at(-1) ?? '') : undefined;
      case 'lose the socket':
        return loseSocket();
      case 'reconnect':
        return reconnect();
      case 'restart the service':
        await service.stop();
        service = await startService({ database, port });
        return reconnect();
    }
  };

  try {
    for (const one of steps) await take(one);
    await reconnect();
    const all = 1 + 2 * sent.length;
    await listeners.at(-1)?.until(() => kept().length >= all);
    loseSocket();
    return {
      acknowledged,
      seen: kept().map((one) => String(one.id)),
      answered: kept().flatMap((one) => (one.replyToId === undefined ? [] : [String(one.replyToId)])),
    };
  } finally {
    await service.stop();
    await rm(folder, { recursive: true });
  }
}

it('shows what was acknowledged, and its answer, exactly once and in order, whatever breaks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { acknowledged, seen, answered } = await run(steps);
      expect(seen).toEqual([...new Set(seen)].sort());
      const messages = [...new Set(acknowledged)].sort();
      expect(seen.filter((id) => messages.includes(id))).toEqual(messages);
      expect(answered.filter((id) => messages.includes(id))).toEqual(messages);
    }),
    { numRuns: 25 },
  );
});
