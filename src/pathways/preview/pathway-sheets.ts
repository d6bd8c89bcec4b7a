import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Route } from '../../knowledge/schema/route.ts';
import type { IsoDate, Topic } from '../../shared/vocabulary.ts';
import { answer } from '../answer.ts';
import { pathwayAlong } from '../pathway.ts';
import type { Dates, Situation } from '../schema.ts';
import { folderOf, type Sheet } from './sheet.ts';

/** One sheet for each topic, with every route of it: its conditions, then the answer. */
export function pathwaySheets(knowledge: Knowledge, council: string | null, today: IsoDate): Sheet[] {
  return [...knowledge.routes].map(([topic, { routes }]) => ({
    path: `${folderOf(council)}/pathways/${topic}.html`,
    title: `Pathway: ${knowledge.taxonomy.topics[topic].about}`,
    markdown: routes
      .map((route) => {
        const situation = situationFor(topic, route, council, datesFor(route, knowledge, today));
        const shown = answer(pathwayAlong(route, situation, { today, knowledge }), { knowledge });
        return `## ${route.id}\n\n*${conditions(route)}*\n\n${shown}`;
      })
      .join('\n\n'),
  }));
}

function conditions({ when }: Route): string {
  if (when === undefined) return 'when nothing above fits';
  return Object.entries(when)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(' or ') : String(value)}`)
    .join('; ');
}

/** Every clock of the route begins on the day of the preview, so that its words can be read. */
function datesFor(route: Route, knowledge: Knowledge, today: IsoDate): Dates {
  const ids = [...route.clocks, ...route.steps.flatMap(({ clock }) => clock ?? [])];
  return Object.fromEntries(
    ids.flatMap((id) => knowledge.clocks.get(id)?.from ?? []).map((kind) => [kind, today]),
  );
}

function situationFor(topic: Topic, { when }: Route, council: string | null, dates: Dates): Situation {
  return {
    kind: when?.kind?.[0] ?? 'concern',
    counterparty: when?.counterparty?.slice(0, 1) ?? [],
    topic,
    stage: when?.stage?.[0] ?? 'none',
    council,
    dates,
    cues: {},
  };
}
