import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../../shared/loopback.ts';

/**
 * Whether a request was made by a program of this machine for this machine. A web page says its origin, a
 * proxy or a tunnel adds a header, and a name that somebody else pointed here (DNS rebinding) stands in Host.
 */
export function fromThisMachine(headers: IncomingHttpHeaders): boolean {
  const fromElsewhere = Object.keys(headers).some(
    (name) => name === 'origin' || name === 'forwarded' || name.startsWith('x-forwarded-'),
  );
  const address = `http://${headers.host ?? ''}`;
  return !fromElsewhere && URL.canParse(address) && isLoopback(new URL(address).hostname);
}
