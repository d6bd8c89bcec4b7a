import type { IncomingHttpHeaders } from 'node:http';
import type { AdviserRef } from '../../handoff/case.ts';
import type { SignedIn } from '../../handoff/desk.ts';
import type { Session, Sessions } from '../../handoff/sign-in/sessions.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { StorageReads } from '../../storage/storage.ts';
import { readCookie } from './cookies.ts';

/** Who asks, as they are at this moment. */
export interface Visit extends SignedIn {
  readonly session: Session;
}

/** @throws ProblemError SignedOut */
export async function visitOf(tx: StorageReads, sessions: Sessions, secret: string | null): Promise<Visit> {
  const session = secret === null ? null : await sessions.read(tx, secret);
  if (session === null) throw new ProblemError('SignedOut');
  const ref: AdviserRef = { id: session.adviser.id, name: session.adviser.name, desk: 'console' };
  return { session, ref, councils: session.adviser.councils };
}

export const secretOf = (headers: IncomingHttpHeaders, origin: string): string | null =>
  readCookie(headers, 'session', origin);
