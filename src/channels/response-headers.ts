import type { Route } from './route.ts';

const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Headers of every response, also of errors and of addresses that do not exist. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': NOTHING,
  'X-Content-Type-Options': 'nosniff',
  // The address may hold a council or a conversation; neither is another site's business.
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  'Strict-Transport-Security': 'max-age=31536000',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** What a route's own policy adds or replaces. */
export function routeHeaders(route: Route, origin: string | undefined): Record<string, string> {
  return {
    ...(route.csp === undefined ? {} : { 'Content-Security-Policy': route.csp }),
    ...(route.crossOrigin === true ? crossOriginHeaders(origin) : {}),
  };
}

/** Any origin may read the answer; the route itself decides whom it serves. No cookies are involved. */
export function crossOriginHeaders(origin: string | undefined): Record<string, string> {
  return {
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': origin ?? '*',
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
    'Access-Control-Max-Age': '600',
    Vary: 'Origin',
  };
}
