import type { IncomingHttpHeaders } from 'node:http';

/**
 * `session`: who is signed in. `way`: a sign-in that is under way at another provider. The chat has a cookie of
 * its own on the same host, so neither may take its name.
 */
const NAMES = { session: 'signpost-console', way: 'signpost-console-way' } as const;
export type CookieName = keyof typeof NAMES;

/**
 * `__Host-` binds a cookie to this very host and to TLS, so that no neighbouring site can set it. Without
 * TLS, on a developer's own machine, browsers refuse the name.
 */
function fullName(name: CookieName, origin: string): string {
  return origin.startsWith('https:') ? `__Host-${NAMES[name]}` : NAMES[name];
}

/** @param seconds how long it is kept; null: until the browser closes; 0: no longer */
export function setCookie(name: CookieName, value: string, origin: string, seconds: number | null): string {
  return [
    `${fullName(name, origin)}=${value}`,
    'Path=/',
    'HttpOnly',
    // Lax and not Strict: a person comes back from the provider by a link on another site.
    'SameSite=Lax',
    ...(origin.startsWith('https:') ? ['Secure'] : []),
    ...(seconds === null ? [] : [`Max-Age=${seconds}`]),
  ].join('; ');
}

export function readCookie(headers: IncomingHttpHeaders, name: CookieName, origin: string): string | null {
  const wanted = `${fullName(name, origin)}=`;
  const all = (headers.cookie ?? '').split(';').map((one) => one.trim());
  return all.find((one) => one.startsWith(wanted))?.slice(wanted.length) || null;
}
