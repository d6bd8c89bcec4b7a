import type { Refusal } from '../../../handoff/command.ts';

/** Longer than any answer takes; after that the network is taken to be gone. */
const PATIENCE_MS = 20_000;

/** A request that was refused, or (status 0) never answered. */
export class Failed extends Error {
  readonly status: number;
  /** Why a command was not carried out, when that is what it was. */
  readonly refusal: Refusal | null;
  constructor(status: number, message: string, refusal: Refusal | null = null) {
    super(message);
    this.status = status;
    this.refusal = refusal;
  }
  /** Worth another try with the same words. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Asks the page's own service; with a body, tells it something. @throws Failed */
export async function call<Answer>(path: string, body?: unknown): Promise<Answer> {
  const gaveUp = new AbortController();
  const timer = setTimeout(() => gaveUp.abort(), PATIENCE_MS);
  try {
    const asked: RequestInit =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`/console/api/${path}`, { ...asked, signal: gaveUp.signal });
    const answer = await response.json();
    if (response.ok) return answer as Answer;
    throw new Failed(response.status, String(answer.error?.message ?? ''), answer.refusal ?? null);
  } catch (error) {
    throw error instanceof Failed ? error : new Failed(0, '');
  } finally {
    clearTimeout(timer);
  }
}
