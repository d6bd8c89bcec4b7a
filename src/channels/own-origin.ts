import type { IncomingHttpHeaders } from 'node:http';

/**
 * Where the browser thinks we are: `https://host:port`.
 * @param proxyHops how many proxies of our own stand in front; without any, nobody may speak for the scheme
 */
export function ownOrigin(headers: IncomingHttpHeaders, proxyHops: number): string {
  const forwarded = String(headers['x-forwarded-proto'] ?? '');
  const secure = proxyHops > 0 && forwarded.split(',').at(-1)?.trim() === 'https';
  return `${secure ? 'https' : 'http'}://${headers.host ?? 'localhost'}`;
}
