import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emailItem } from '../../../src/handoff/outbox/email-item.ts';
import { transportOptions } from '../../../src/handoff/outbox/mail-transport.ts';
import { createPump } from '../../../src/handoff/outbox/pump.ts';
import { emailSender } from '../../../src/handoff/outbox/send-email.ts';
import { notConfigured } from '../../../src/handoff/outbox/sender.ts';
import type { OutboxItem } from '../../../src/storage/contract/outbox.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { HandTime } from './support/hand-time.ts';
import { add, isEmpty, logLines } from './support/items.ts';
import { type MailServer, mailServer, smtpError } from './support/mail-server.ts';

const FROM = 'signpost@example.org';
const now = new Date('2026-11-21T22:00:00.000Z');
const clock = { now: () => now };
const email = {
  to: 'desk@example.org',
  subject: 'A family is waiting',
  text: 'Grüße: £5\n.\nend',
  until: null,
};
const item = (payload: unknown = email): OutboxItem => ({
  ...emailItem(email, 'c', now),
  payload,
  id: 7,
  attempts: 0,
  nextAt: now,
});
const never = new AbortController().signal;
const send = (url: string, one = item()) => emailSender({ url, from: FROM }, clock)(one, never);

let server: MailServer | null = null;
const serve = async (...args: Parameters<typeof mailServer>) => {
  server = await mailServer(...args);
  return server;
};
afterEach(async () => {
  await server?.close();
  server = null;
});

describe('a mail that does not arrive', () => {
  it('waits for a server that is down', async () => {
    const { url, close } = await mailServer();
    await close();
    expect(await send(url)).toMatchObject({ type: 'retry' });
  });

  it.each([
    ['the receiver is refused', { onRcptTo: (_: unknown, __: unknown, done: Done) => done(smtpError(550)) }],
    [
      'the mail is refused',
      {
        onData(stream: NodeJS.ReadableStream, _: unknown, done: Done) {
          stream.resume().once('end', () => done(smtpError(554)));
        },
      },
    ],
  ])('is given up when %s for good', async (_, over) => {
    const { url } = await serve(over);
    expect(await send(url)).toMatchObject({ type: 'refused', why: expect.stringMatching(/^smtp 55/) });
  });

  it.each([
    [
      'the receiver is not taken now',
      { onRcptTo: (_: unknown, __: unknown, done: Done) => done(smtpError(451)) },
    ],
    [
      'the sender is not known',
      { onMailFrom: (_: unknown, __: unknown, done: Done) => done(smtpError(550)) },
    ],
    ['the server has no room', { onConnect: (_: unknown, done: Done) => done(smtpError(554)) }],
  ])('is tried again when %s', async (_, over) => {
    const { url } = await serve(over);
    expect(await send(url)).toMatchObject({ type: 'retry' });
  });

  it('is tried again when the password is wrong: the operator can put that right', async () => {
    const { url } = await serve();
    const wrong = await send(url.replace('p%40ss', 'geheim'));
    expect(wrong).toEqual({ type: 'retry', why: 'smtp 535' });
  });

  it('is not sent to a server whose certificate nobody vouches for', async () => {
    const { port, mails } = await serve({ secure: true, hideSTARTTLS: false });
    expect(await send(`smtps://signpost:p%40ss%2Fword@127.0.0.1:${port}`)).toMatchObject({ type: 'retry' });
    expect(mails).toEqual([]);
  });

  it('is not sent in clear to any other machine, nor is the password', async () => {
    let asked = false;
    const { url, mails } = await serve({
      onAuth(_, __, done) {
        asked = true;
        done(null, { user: 'anybody' });
      },
    });
    // Another name for this machine that is not one of its own.
    expect(await send(url.replace('127.0.0.1', '0.0.0.0'))).toMatchObject({ type: 'retry' });
    expect([asked, mails]).toEqual([false, []]);
  });

  it('is not sent after it has lost its use', async () => {
    const { url, mails } = await serve();
    const late = item({ ...email, until: '2026-11-21T21:59:59.999Z' });
    expect(await send(url, late)).toEqual({ type: 'refused', why: 'too late' });
    expect(mails).toEqual([]);
  });

  it.each([
    null,
    { ...email, to: 'a@example.org, b@example.org' },
    { ...email, to: 'a@example.org\r\nBcc: b@example.org' },
    { ...email, subject: 'x\r\nBcc: b@example.org' },
  ])('is refused when it is not one mail to one receiver: %j', async (payload) => {
    const { url, mails } = await serve();
    expect(await send(url, item(payload))).toEqual({ type: 'refused', why: 'not a mail' });
    expect(mails).toEqual([]);
  });
});

describe('a mail that arrives', () => {
  it('is what was written, says that a machine sent it, and asks for no answer', async () => {
    const { url, mails } = await serve();
    expect(await send(url)).toEqual({ type: 'sent' });
    const [mail] = mails;
    expect(mail).toMatchObject({ from: FROM, to: ['desk@example.org'] });
    expect(mail?.raw).toMatch(/^From: Signpost <signpost@example.org>\r$/m);
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/im);
    expect(mail?.raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/im);
    expect(mail?.raw).toMatch(/Gr=C3=BC=C3=9Fe: =C2=A35/);
  });

  it('is known again by its Message-ID when it comes a second time', async () => {
    const { url, mails } = await serve();
    await send(url);
    await send(url);
    const ids = mails.map(({ raw }) => /^Message-ID: (<.+>)\r$/im.exec(raw)?.[1]);
    expect(ids[0]).toMatch(/^<[\w.]+@example\.org>$/);
    expect(ids[1]).toBe(ids[0]);
    await send(url, { ...item(), createdAt: new Date(now.getTime() + 1) });
    expect(/^Message-ID: (<.+>)\r$/im.exec(mails[2]?.raw ?? '')?.[1]).not.toBe(ids[0]);
  });
});

it('goes over TLS everywhere but on this machine', () => {
  expect(transportOptions('smtp://mail.example.org')).toMatchObject({ port: 587, requireTLS: true });
  expect(transportOptions('smtps://mail.example.org')).toMatchObject({ port: 465, secure: true });
  expect(transportOptions('smtp://localhost:25')).toMatchObject({ port: 25, ignoreTLS: true });
  expect(transportOptions('smtp://[::1]:25')).toMatchObject({ host: '::1', ignoreTLS: true });
});

describe('through the outbox', () => {
  let time: HandTime;
  let log: ReturnType<typeof logLines>;
  beforeEach(() => {
    time = new HandTime();
    log = logLines();
  });

  const deliver = async (
    url: string,
    until: () => boolean,
    between: () => Promise<void> = async () => {},
  ) => {
    const storage = await openStorage('file::memory:');
    const sender = emailSender({ url, from: FROM }, time.clock);
    const pump = createPump({
      storage,
      senders: { activity: notConfigured, email: sender, webhook: notConfigured },
      clock: time.clock,
      timer: time.timer,
      random: () => 0.5,
      log: log.log,
      metrics: { outbox: () => {} },
    });
    await add(storage, emailItem(email, 'c', time.clock.now()));
    for (pump.wake(); !until(); time.toNext()) {
      await pump.atRest();
      await between();
    }
    await pump.atRest();
    expect(await isEmpty(storage)).toBe(true);
    await pump.close();
    await storage.close();
  };

  it('a mail waits while the server is away, and goes out once when it is back', async () => {
    const first = await mailServer();
    await first.close();
    let tries = 0;
    await deliver(
      first.url,
      () => server !== null,
      async () => {
        if (++tries === 3) await serve({}, first.port);
      },
    );
    await deliver(first.url, () => true);
    expect(server?.mails).toHaveLength(2);
  });

  it('a mail that is told "451" goes out at the next try', async () => {
    let refusals = 1;
    const { url, mails } = await serve({
      onRcptTo: (_, __, done) => (refusals-- > 0 ? done(smtpError(451)) : done()),
    });
    await deliver(url, () => refusals < 1);
    expect(mails).toHaveLength(1);
  });

  it('no address and no password comes into the log', async () => {
    const { url } = await serve({ onRcptTo: (_, __, done) => done(smtpError(550)) });
    await deliver(url, () => true);
    expect(log.lines.join()).toContain('smtp 550');
    expect(log.lines.join()).not.toMatch(/desk|p@ss|example/);
  });
});

type Done = (error?: Error | null) => void;
