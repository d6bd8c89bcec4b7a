import { gzipSync } from 'node:zlib';
import type { HttpRequest, HttpResponse } from '../../channels/route.ts';
import type { Asset } from '../assets.ts';

/** An answer as small as the browser takes it. */
export function pack(
  { headers: asked }: HttpRequest,
  what: Asset | Buffer,
  type: string,
  headers: Readonly<Record<string, string>>,
): HttpResponse {
  const content = Buffer.isBuffer(what) ? what : what.content;
  const vary = { ...headers, vary: 'accept-encoding' };
  if (!/\bgzip\b/.test(String(asked['accept-encoding'] ?? '')))
    return { status: 200, headers: vary, body: { content, type } };
  const packed = Buffer.isBuffer(what) ? gzipSync(what, { level: 9 }) : what.packed;
  return { status: 200, headers: { ...vary, 'content-encoding': 'gzip' }, body: { content: packed, type } };
}
