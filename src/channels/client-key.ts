import { isIP, isIPv6 } from 'node:net';

/**
 * One key for all ways of writing a client's address. An IPv6 home has a whole /64 to choose from, so
 * only that part counts.
 *
 * @param forwardedFor the X-Forwarded-For header; read only as far as our own proxies wrote it
 * @param proxyHops how many proxies of our own stand in front
 */
export function clientKey(
  remoteAddress: string,
  forwardedFor: string | undefined,
  proxyHops: number,
): string {
  const written = (forwardedFor ?? '').split(',').map((part) => part.trim());
  const address = withoutPort(proxyHops > 0 ? (written.at(-proxyHops) ?? '') : remoteAddress);
  // What is no address is not ours: it would give whoever wrote it as many keys as they like.
  return canonical(isIP(address) === 0 ? remoteAddress : address);
}

/** Some proxies write `203.0.113.9:4711` or `[2001:db8::1]:4711`, with another port each time. */
function withoutPort(address: string): string {
  const [, bracketed, v4] = /^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address) ?? [];
  return bracketed ?? v4 ?? address;
}

function canonical(address: string): string {
  const bare = address.replace(/%.*$/, '').toLowerCase();
  if (!isIPv6(bare)) return bare;
  // The URL parser writes every IPv6 address in one way (RFC 5952).
  const groups = expand(new URL(`http://[${bare}]/`).hostname.slice(1, -1));
  const mapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff';
  if (!mapped) return `${groups.slice(0, 4).join(':')}::/64`;
  const bytes = groups.slice(6).flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
  return bytes.join('.');
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}
