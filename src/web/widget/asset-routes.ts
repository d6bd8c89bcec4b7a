import type { Route } from '../../channels/route.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Assets } from './assets.ts';
import { pack } from './pack.ts';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M14 3h4v26h-4z" fill="#888"/><path d="M6 6h17l4 4-4 4H6z" fill="#1d5a8a"/></svg>';
/** Its address changes with its content. */
const A_YEAR = 'public, max-age=31536000, immutable';
/** New within minutes; an old one is better than none while we are down. */
export const SHORT = 'public, max-age=600, stale-while-revalidate=86400, stale-if-error=86400';

/** The files that browsers load beside the pages. @param logoOf a council's logo as SVG, if it has one */
export function assetRoutes(assets: Assets, logoOf: (council: string) => string | undefined): Route[] {
  return [
    {
      method: 'GET',
      path: '/widget.js',
      handle: async (request) =>
        pack(request, assets.launcher, 'text/javascript; charset=utf-8', {
          'cross-origin-resource-policy': 'cross-origin',
          'cache-control': SHORT,
        }),
    },
    {
      method: 'GET',
      path: assets.chat.path,
      handle: async (request) =>
        pack(request, assets.chat, 'text/javascript; charset=utf-8', { 'cache-control': A_YEAR }),
    },
    {
      method: 'GET',
      path: '/widget/icon.svg',
      handle: async () => ({
        status: 200,
        headers: { 'cache-control': SHORT },
        body: { content: ICON, type: 'image/svg+xml' },
      }),
    },
    {
      method: 'GET',
      path: '/widget/logo/:council',
      async handle({ params }) {
        const logo = logoOf(params.council ?? '');
        if (logo === undefined) throw new ProblemError('NotFound');
        return {
          status: 200,
          headers: { 'cache-control': SHORT },
          body: { content: logo, type: 'image/svg+xml' },
        };
      },
    },
  ];
}
