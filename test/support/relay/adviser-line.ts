import { WebSocket } from 'ws';
import type { CaseSheet, Queue, Said, ToScreen } from '../../../src/web/console/api.ts';
import { postJson } from '../direct-line-client.ts';
import type { HeardMessage } from './family-line.ts';
import { Line } from './line.ts';
import { untilDone } from './persist.ts';

/** An adviser's screen: one sign-in, one socket, cases that it watches from where it was. */
export class AdviserLine {
  readonly #url: string;
  readonly #cookie: string;
  readonly #over: () => boolean;
  readonly #line: Line;
  readonly #places = new Map<string, number>();
  /** What families said, by case, as it came. */
  readonly heard = new Map<string, HeardMessage[]>();
  onAnything: () => void = () => {};

  /** @param cookie of a sign-in */
  constructor(url: string, cookie: string, over: () => boolean) {
    this.#url = url;
    this.#cookie = cookie;
    this.#over = over;
    this.#line = new Line(
      async () => this.#stream(),
      (frame) => this.#hear(frame as ToScreen),
    );
  }

  async signsIn(): Promise<void> {
    await this.#line.start();
  }

  async queue(): Promise<Queue> {
    return (await this.#get('queue')) as Queue;
  }

  async sheet(caseId: string): Promise<CaseSheet> {
    return (await this.#get(`cases/${caseId}`)) as CaseSheet;
  }

  async does(caseId: string, command: object, id: string): Promise<void> {
    const url = `${this.#url}/console/api/cases/${caseId}/commands`;
    await untilDone(() => postJson(url, { id, command }, this.#headers()), this.#over);
  }

  /** From the beginning of what the family shares. */
  watches(caseId: string): void {
    this.#places.set(caseId, 0);
    this.heard.set(caseId, []);
    this.#line.send({ type: 'watch', id: caseId, after: 0 });
  }

  leaves(): void {
    this.#line.close();
  }

  #stream(): WebSocket {
    const socket = new WebSocket(`${this.#url.replace(/^http/, 'ws')}/console/stream`, {
      headers: this.#headers(),
    });
    socket.on('open', () => {
      for (const [id, after] of this.#places) socket.send(JSON.stringify({ type: 'watch', id, after }));
    });
    return socket;
  }

  #hear(frame: ToScreen): void {
    if (frame.type === 'said') this.#said(frame.id, frame.said);
    this.onAnything();
  }

  #said(caseId: string, { messages, watermark }: Said): void {
    const at = performance.now();
    const list = this.heard.get(caseId) ?? [];
    for (const { who, text } of messages) if (who === 'family') list.push({ text, at });
    this.#places.set(caseId, watermark);
  }

  async #get(path: string): Promise<unknown> {
    const url = `${this.#url}/console/api/${path}`;
    const response = await untilDone(() => fetch(url, { headers: this.#headers() }), this.#over);
    return response.json();
  }

  #headers(): Record<string, string> {
    return { cookie: this.#cookie, origin: this.#url };
  }
}
