import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, ConnectionStatus, connect } from './support/client.ts';
import { call } from './support/http.ts';
import { type Service, startService } from './support/service.ts';

describe.each([{ webSocket: true }, { webSocket: false }])(
  "Microsoft's client, webSocket: $webSocket",
  ({ webSocket }) => {
    let folder: string;
    let service: Service;
    let clients: Client[];
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'signpost-dl-'));
      service = await startService({ database: `file:${folder}/a.db` });
      clients = [];
    });
    afterEach(async () => {
      for (const client of clients) client.end();
      await service.stop();
      await rm(folder, { recursive: true });
    });

    const mint = async () =>
      (await call(`${service.url}/widget/token`, { body: { council: 'dudley' } })).body;
    const connectWith = (token: string, more: { conversationId?: string; watermark?: string } = {}) => {
      const client = connect(service.url, { token, webSocket, pollingInterval: 200, ...more });
      clients.push(client);
      return client;
    };

    it('says that the token has expired when it ran out under way', async () => {
      const client = connectWith((await mint()).token);
      await client.until(() => client.said().includes('hello'));
      service.later(31 * 60_000);
      expect(await client.post('too late')).toBe('retry');
      await client.until(() => client.statuses.includes(ConnectionStatus.ExpiredToken));
    });

    it('says that it cannot connect when the token had run out before', async () => {
      const { token } = await mint();
      service.later(31 * 60_000);
      const client = connectWith(token);
      await client.until(() => client.statuses.includes(ConnectionStatus.FailedToConnect));
    });

    it('gives "retry" for a message that the bot could not take, and the retry is answered', async () => {
      const client = connectWith((await mint()).token);
      await client.until(() => client.said().includes('hello'));
      service.bot.failures.push(new Error('no'));
      expect(await client.post('again please', 'id-1')).toBe('retry');
      expect(await client.post('again please', 'id-1')).toMatch(/\|0000002$/);
      await client.until(() => client.said().includes('1: again please'));
      expect(client.said()).toEqual(['hello', 'again please', '1: again please']);
    });

    it('fails a message with our sentence once the conversation has ended, and still reads its history', async () => {
      const { token } = await mint();
      const client = connectWith(token);
      await client.post('bye');
      await client.until(() => client.seen.some((one) => (one.type as string) === 'endOfConversation'));
      await expect(client.post('one more')).rejects.toMatchObject({
        status: 409,
        xhr: { response: { error: { code: 'ConversationEnded' } } },
      });
      const late = connectWith(token);
      await late.until(() => late.said().includes('1: bye'));
      expect(late.said()).toEqual(['hello', 'bye', '1: bye']);
    });

    it('greets, and answers what is said', async () => {
      const client = connectWith((await mint()).token);
      await client.until(() => client.said().includes('hello'));
      const id = await client.post('they said no');
      await client.until(() => client.said().includes('1: they said no'));
      const own = client.seen.find((one) => one.id === id);
      expect(own).toMatchObject({ text: 'they said no', from: { role: 'user' } });
      expect(
        client.seen.find((one) => one.type === 'message' && one.text === '1: they said no'),
      ).toMatchObject({
        replyToId: id,
        from: { role: 'bot' },
      });
    });

    it('keeps the order of two messages sent at the same instant', async () => {
      const client = connectWith((await mint()).token);
      await client.until(() => client.said().includes('hello'));
      const ids = await Promise.all([client.post('a', 'a'), client.post('b', 'b')]);
      await client.until(() => client.said().length === 5);
      expect(new Set(ids).size).toBe(2);
      const [, first, firstReply, second, secondReply] = client.said();
      expect(firstReply).toBe(`1: ${first}`);
      expect(secondReply).toBe(`2: ${second}`);
    });

    it('handles the same message once, also when it comes twice at the same instant', async () => {
      const client = connectWith((await mint()).token);
      await client.until(() => client.said().includes('hello'));
      const ids = await Promise.all([client.post('once', 'same'), client.post('once', 'same')]);
      const later = await client.post('once', 'same');
      expect(new Set([...ids, later]).size).toBe(1);
      await client.post('end of test');
      await client.until(() => client.said().includes('2: end of test'));
      expect(client.said()).toEqual(['hello', 'once', '1: once', 'end of test', '2: end of test']);
    });

    it('goes on after the server was restarted between two turns', async () => {
      const client = connectWith((await mint()).token);
      await client.post('before');
      await client.until(() => client.said().includes('1: before'));
      const { port } = service;
      await service.stop();
      service = await startService({ database: `file:${folder}/a.db`, port });
      if (webSocket) {
        await client.post('after');
        await client.until(() => client.said().includes('2: after'));
        expect(client.said()).toEqual(['hello', 'before', '1: before', 'after', '2: after']);
      } else {
        // A poll that met the closed port has ended this client's polling for good: a client bug, and the
        // reason for a new one with the old token.
        const next = connectWith(client.line['token' as never] as string);
        await next.post('after');
        await next.until(() => next.said().includes('2: after'));
        expect(next.said()).toEqual(['hello', 'before', '1: before', 'after', '2: after']);
      }
    });

    it.runIf(webSocket)(
      'comes back with its watermark after a broken socket: nothing twice, nothing lost',
      async () => {
        const client = connectWith((await mint()).token);
        await client.post('one');
        await client.until(() => client.said().includes('1: one'));
        client.cutSocket();
        await client.post('said while it was down');
        await client.until(() => client.said().includes('2: said while it was down'));
        client.cutSocket();
        await client.post('three');
        await client.until(() => client.said().includes('3: three'));
        expect(client.said()).toEqual([
          'hello',
          'one',
          '1: one',
          'said while it was down',
          '2: said while it was down',
          'three',
          '3: three',
        ]);
      },
    );

    it('sees typing over the socket only, and never a conversationUpdate', async () => {
      const client = connectWith((await mint()).token);
      await client.until(() => client.said().includes('hello'));
      await client.post('hm');
      await client.until(() => client.said().includes('1: hm'));
      const types = new Set(client.seen.map((one) => one.type as string));
      expect(types).toEqual(new Set(webSocket ? ['message', 'typing'] : ['message']));
    });

    it('reads what an adviser says outside any turn', async () => {
      const { token, conversationId } = await mint();
      const client = connectWith(token);
      await client.until(() => client.said().includes('hello'));
      await service.says(conversationId, 'This is Ann from SENDIASS.');
      await client.until(() => client.said().includes('This is Ann from SENDIASS.'));
    });
  },
);
