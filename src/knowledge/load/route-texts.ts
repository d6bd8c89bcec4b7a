import type { Route } from '../schema/route.ts';
import type { Path } from './locate.ts';

/** Everything of a route that a family reads, with the place where it stands. */
export function routeTexts(route: Route, at: Path): { path: Path; text: string }[] {
  return [
    { path: [...at, 'lead'], text: route.lead },
    ...route.steps.flatMap(({ who, action }, i) => [
      { path: [...at, 'steps', i, 'who'], text: who },
      { path: [...at, 'steps', i, 'action'], text: action },
    ]),
    ...route.warnings.map((text, i) => ({ path: [...at, 'warnings', i], text })),
    { path: [...at, 'next'], text: route.next ?? '' },
  ];
}
