/** The pathway rules as they stand in `knowledge/`, and the route that the service itself would choose. */
import { join } from 'node:path';
import { requireKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import type { Route } from '../../../src/knowledge/schema/route.ts';
import { chooseRoute } from '../../../src/pathways/choose-route.ts';
import type { Situation } from '../../../src/pathways/schema.ts';
import { projectRoot } from '../../../src/shared/project-root.ts';

export const knowledge = requireKnowledge(join(projectRoot, 'knowledge'));
export const routes: readonly Route[] = [...knowledge.routes.values()].flatMap((file) => file.routes);

/** What is not given is not known; the kind is a complaint and nothing has been done yet. */
export function routeFor(situation: Partial<Situation> & Pick<Situation, 'topic'>): Route {
  const unknown = {
    kind: 'complaint',
    counterparty: [],
    stage: 'none',
    council: null,
    dates: {},
    cues: {},
  } as const;
  return chooseRoute({ ...unknown, counterparty: [], ...situation }, knowledge);
}

/** All that a family reads of a route, in the order in which it is read. */
export function textsOf({ lead, steps, warnings, next }: Route): string[] {
  return [
    lead,
    ...steps.flatMap(({ who, action }) => [who, action]),
    ...warnings,
    ...(next === undefined ? [] : [next]),
  ];
}
