import { WebSocket } from 'ws';
import { z } from 'zod';
import { postJson } from '../direct-line-client.ts';
import { Line } from './line.ts';
import { untilDone } from './persist.ts';

const Opened = z.object({ streamUrl: z.string() });
const Token = z.object({ token: z.string(), conversationId: z.string() });
const ActivitySet = z.object({
  watermark: z.string().nullish(),
  activities: z.array(
    z.looseObject({ type: z.string(), text: z.string().optional(), from: z.looseObject({ id: z.string() }) }),
  ),
});

export interface HeardMessage {
  readonly text: string;
  readonly at: number;
}

/** A family's browser: one token, one socket that comes back with its watermark, messages sent until they are taken. */
export class FamilyLine {
  readonly #url: string;
  readonly #token: string;
  readonly conversationId: string;
  readonly #line: Line;
  readonly #over: () => boolean;
  #watermark = '';
  #first = true;
  /** What advisers said, as it came. */
  readonly heard: HeardMessage[] = [];
  onAnything: () => void = () => {};

  private constructor(url: string, { token, conversationId }: z.infer<typeof Token>, over: () => boolean) {
    this.#url = url;
    this.#token = token;
    this.#over = over;
    this.conversationId = conversationId;
    this.#line = new Line(
      () => this.#stream(),
      (frame) => this.#hear(frame),
    );
  }

  static async arrives(url: string, council: string, over: () => boolean): Promise<FamilyLine> {
    const got = await untilDone(() => postJson(`${url}/widget/token`, { council }), over);
    const family = new FamilyLine(url, Token.parse(await got.json()), over);
    await family.#line.start();
    return family;
  }

  async says(text: string, clientActivityID: string): Promise<void> {
    const path = `conversations/${this.conversationId}/activities`;
    await untilDone(
      () => this.#post(path, { type: 'message', text, channelData: { clientActivityID } }),
      this.#over,
    );
  }

  leaves(): void {
    this.#line.close();
  }

  async #stream(): Promise<WebSocket> {
    const path = `${this.#url}/v3/directline/conversations`;
    const headers = { authorization: `Bearer ${this.#token}` };
    const response = this.#first
      ? await postJson(path, {}, headers)
      : await fetch(`${path}/${this.conversationId}?watermark=${this.#watermark}`, { headers });
    if (!response.ok) throw new Error(`not opened: ${response.status}`);
    this.#first = false;
    return new WebSocket(Opened.parse(await response.json()).streamUrl);
  }

  #hear(frame: unknown): void {
    const { activities, watermark } = ActivitySet.parse(frame);
    const at = performance.now();
    for (const { type, text, from } of activities) {
      if (type === 'message' && from.id === 'adviser') this.heard.push({ text: text ?? '', at });
    }
    if (watermark !== null && watermark !== undefined) this.#watermark = watermark;
    this.onAnything();
  }

  #post(path: string, body: unknown): Promise<Response> {
    return postJson(`${this.#url}/v3/directline/${path}`, body, { authorization: `Bearer ${this.#token}` });
  }
}
