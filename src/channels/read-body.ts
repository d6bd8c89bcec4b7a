import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../shared/problem.ts';
import type { Route } from './route.ts';

const BODY_LIMIT = 256 * 1024;
/** A sender that is cut off in the middle never reads why, so a little more is read and thrown away. */
const DRAIN_LIMIT = 4 * BODY_LIMIT;
/** What copies a value later calls itself for each level, and would run out of stack. */
const MOST_LEVELS = 50;

const TYPES = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const;

/**
 * Reads and parses a request's body, and keeps nothing beyond the limit.
 * @throws ProblemError BodyTooLarge, UnsupportedType, BadJson, or BadRequest when the sender hung up or
 *   nested deeper than we follow
 */
export async function readBody(
  request: IncomingMessage,
  takes: NonNullable<Route['takes']>,
): Promise<unknown> {
  if (takes === 'none' || request.method === 'GET') return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop early must not destroy the connection: the refusal still has to go out on it.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= BODY_LIMIT) chunks.push(chunk);
      if (size > DRAIN_LIMIT) break;
    }
  } catch (cause) {
    throw new ProblemError('BadRequest', { cause });
  }
  if (size > BODY_LIMIT) throw new ProblemError('BodyTooLarge');
  // A packed body may unfold into gigabytes, and nobody who talks to us packs.
  if (request.headers['content-encoding'] !== undefined) throw new ProblemError('UnsupportedType');
  if (size === 0) return undefined;
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== TYPES[takes]) throw new ProblemError('UnsupportedType');
  const text = Buffer.concat(chunks).toString('utf8');
  if (takes === 'form') return Object.fromEntries(new URLSearchParams(text));
  const value = parsed(text);
  if (isDeeper(value, MOST_LEVELS)) throw new ProblemError('BadRequest');
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own message quotes the body, which is what a family typed.
    throw new ProblemError('BadJson');
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
