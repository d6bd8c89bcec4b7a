import { z } from 'zod';

const Answer = z.looseObject({
  token: z.string().default(''),
  conversationId: z.string().default(''),
  streamUrl: z.string().default(''),
  expires_in: z.number().optional(),
  id: z.string().default(''),
  watermark: z.string().default(''),
  activities: z.array(z.record(z.string(), z.unknown())).default([]),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: z.infer<typeof Answer>;
}

export interface Call {
  readonly token?: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Record<string, string>;
}

/** One HTTP request, and what came back. */
export async function call(url: string, { token, method, body, raw, headers }: Call = {}): Promise<Answered> {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url, {
    method: method ?? (content === undefined ? 'GET' : 'POST'),
    headers: {
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(content === undefined ? {} : { body: content }),
  });
  const text = await response.text();
  const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, body: Answer.parse(parsed) };
}

export interface Opened {
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
  readonly base: string;
}

/** A token from the widget's door, and its conversation opened. */
export async function openConversation(url: string): Promise<Opened> {
  const { body: minted } = await call(`${url}/widget/token`, { body: { council: 'dudley' } });
  const { body } = await call(`${url}/v3/directline/conversations`, { method: 'POST', token: minted.token });
  const { conversationId, token, streamUrl } = body;
  return { conversationId, token, streamUrl, base: `${url}/v3/directline/conversations/${conversationId}` };
}

export const message = (text: string, clientActivityID?: string) => ({
  type: 'message',
  from: { id: 'whoever' },
  text,
  ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
});

export const texts = (activities: readonly Record<string, unknown>[]) => activities.map((one) => one.text);
