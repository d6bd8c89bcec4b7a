/** Longer than any answer takes; after that the network is taken to be gone. */
const PATIENCE_MS = 20_000;

/** A request that was refused, or (status 0) never answered. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface Answer {
  readonly token?: string;
  readonly conversationId?: string;
  readonly streamUrl?: string;
  readonly watermark?: string;
  readonly activities?: readonly unknown[];
}

/** @throws Refused */
export async function call(path: string, token: string | null, body?: unknown): Promise<Answer> {
  const gaveUp = new AbortController();
  const timer = setTimeout(() => gaveUp.abort(), PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      signal: gaveUp.signal,
    });
    const answer = await response.json();
    if (response.ok) return answer;
    throw new Refused(response.status, answer.error?.code ?? '', answer.error?.message ?? '');
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(0, 'Network', '');
  } finally {
    clearTimeout(timer);
  }
}
