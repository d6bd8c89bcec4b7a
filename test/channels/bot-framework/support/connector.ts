/** Stands in for Teams' own service where replies go, and can fail in the ways in which that does. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { freePort } from '../../../support/free-port.ts';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly activity: Readonly<Record<string, unknown>>;
}

export interface Fault {
  readonly status: number;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Connector {
  readonly url: string;
  /** What it took, in order: nothing that it answered with a fault. */
  readonly taken: readonly Received[];
  /** Every request, with what it was answered. */
  readonly asked: readonly { readonly method: string; readonly path: string; readonly status: number }[];
  /** The next requests meet these, in this order. */
  readonly faults: Fault[];
  /** Members of teams, as `team/user id` to Entra object id. */
  readonly members: Map<string, string>;
  /** The one-to-one chat that opens when it is asked for; null: the app is not installed for anybody. */
  personalChat: string | null;
  /** Takes no more connections, and drops those it has. */
  kill(): Promise<void>;
  /** Is there again at the same address. */
  comeBack(): Promise<void>;
}

export async function startConnector(): Promise<Connector> {
  const taken: Received[] = [];
  const asked: { method: string; path: string; status: number }[] = [];
  const faults: Fault[] = [];
  const members = new Map<string, string>();
  let server: Server = createServer((request, response) => void handle(request, response));
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const activity = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    const path = decodeURIComponent(request.url ?? '');
    const method = request.method ?? '';
    const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
      asked.push({ method, path, status });
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    const fault = faults.shift();
    if (fault !== undefined)
      return answer(fault.status, { error: { code: fault.code ?? 'Fault', message: 'no' } }, fault.headers);
    if (method === 'GET') {
      const [, team, user] = /conversations\/(.+)\/members\/(.+)$/.exec(path) ?? [];
      const objectId = members.get(`${team}/${user}`);
      return objectId === undefined
        ? answer(404, { error: { code: 'MemberNotFoundInConversation', message: 'no' } })
        : answer(200, { id: user, aadObjectId: objectId, name: 'Somebody' });
    }
    if (/\/conversations\/?$/.test(path)) {
      if (connector.personalChat === null)
        return answer(403, { error: { code: 'BotNotInConversationRoster', message: 'no' } });
      return answer(201, { id: connector.personalChat });
    }
    taken.push({ method, path, activity });
    return answer(method === 'PUT' ? 200 : 201, { id: `sent-${taken.length}` });
  };

  const connector: Connector = {
    url: `http://127.0.0.1:${port}`,
    taken,
    asked,
    faults,
    members,
    personalChat: 'a:personal',
    async kill() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
    async comeBack() {
      server = createServer((request, response) => void handle(request, response));
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
  return connector;
}

/** The words on a card or in a message, from everywhere where a client shows some. */
export function wordsOf({ activity }: Received): string {
  return JSON.stringify([activity.text, activity.attachments]);
}
