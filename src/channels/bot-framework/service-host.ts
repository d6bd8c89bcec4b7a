import { isLoopback } from '../../shared/loopback.ts';

/**
 * Whether answers may be sent to this address. The caller names it, and answers carry our credentials.
 *
 * @param allowed host names; a leading dot stands for every host below it
 * @param development also this machine, where an emulator listens
 */
export function serviceHostAllowed(
  serviceUrl: string,
  allowed: readonly string[],
  development: boolean,
): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  if (development && isLoopback(hostname)) return protocol === 'http:' || protocol === 'https:';
  const matches = (host: string) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host);
  return protocol === 'https:' && allowed.some(matches);
}
