import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { freePort } from '../../../support/free-port.ts';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the line. */
  readonly raw: string;
}

export interface MailServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** The address for a service on this machine, with the user's name and password. */
  readonly url: string;
  close(): Promise<void>;
}

/** A real mail server on this machine that asks for a password. */
export async function mailServer(over: SMTPServerOptions = {}, at?: number): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'signpost' && password === 'p@ss/word'
        ? done(null, { user: username })
        : done(new Error('Invalid username or password')),
    async onData(stream, { envelope }, done) {
      const raw = await text(stream);
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
      done();
    },
    ...over,
  });
  // A client that turns away from a certificate ends the connection: nothing of ours.
  server.on('error', () => {});
  const port = at ?? (await freePort());
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    port,
    mails,
    url: `smtp://signpost:p%40ss%2Fword@127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A refusal with its number, as smtp-server wants it. */
export const smtpError = (responseCode: number): Error =>
  Object.assign(new Error('refused'), { responseCode });
