/** A family's browser, as far as HTTP goes. */
import { randomUUID } from 'node:crypto';

export interface Shown {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string };
}

export class Family {
  readonly #url: string;
  readonly #token: string;
  readonly conversationId: string;

  private constructor(url: string, token: string, conversationId: string) {
    this.#url = url;
    this.#token = token;
    this.conversationId = conversationId;
  }

  static async arrives(url: string, council: string): Promise<Family> {
    const got = await (await postJson(`${url}/widget/token`, { council })).json();
    const { token, conversationId } = got as { token: string; conversationId: string };
    const family = new Family(url, token, conversationId);
    await family.#post('conversations', {});
    return family;
  }

  /** The same browser, after the service came back at another address. */
  at(url: string): Family {
    return new Family(url, this.#token, this.conversationId);
  }

  /** @returns the id of the message once the service says that it has it */
  async says(text: string, clientActivityID: string = randomUUID()): Promise<string> {
    const response = await this.post({ type: 'message', text, channelData: { clientActivityID } });
    if (!response.ok) throw new Error(`not accepted: ${response.status}`);
    return ((await response.json()) as { id: string }).id;
  }

  post(activity: unknown): Promise<Response> {
    return this.#post(`conversations/${this.conversationId}/activities`, activity);
  }

  async sees(): Promise<Shown[]> {
    const all: Shown[] = [];
    let watermark: string | null = null;
    for (;;) {
      const query = watermark === null ? '' : `?watermark=${watermark}`;
      const path = `conversations/${this.conversationId}/activities${query}`;
      const response = await fetch(`${this.#url}/v3/directline/${path}`, { headers: this.#headers() });
      const page = (await response.json()) as { activities: Shown[]; watermark: string };
      if (page.activities.length === 0) return all;
      all.push(...page.activities);
      watermark = page.watermark;
    }
  }

  #headers(): Record<string, string> {
    return { authorization: `Bearer ${this.#token}` };
  }

  #post(path: string, body: unknown): Promise<Response> {
    return postJson(`${this.#url}/v3/directline/${path}`, body, this.#headers());
  }
}

export function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
