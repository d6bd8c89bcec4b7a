import { TOPICS, type Topic } from '../../shared/vocabulary.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Page } from '../schema/page.ts';

export interface Coverage {
  readonly councils: readonly string[];
  readonly rows: readonly {
    readonly topic: Topic;
    readonly national: number;
    /** Pages of its own, council by council, in the order of `councils`. */
    readonly local: readonly number[];
  }[];
}

/** How many pages serve each topic, nationally and in each council. */
export function coverage(knowledge: Knowledge): Coverage {
  const councils = [...knowledge.councils.keys()].sort();
  const count = (pages: Iterable<Page>, topic: Topic) =>
    [...pages].filter(({ topics }) => topics.includes(topic)).length;
  return {
    councils,
    rows: TOPICS.map((topic) => ({
      topic,
      national: count(knowledge.national.values(), topic),
      local: councils.map((slug) => count(knowledge.local.get(slug)?.values() ?? [], topic)),
    })),
  };
}

/** The same as a table for a terminal; "-" where families read the national pages only. */
export function coverageTable({ councils, rows }: Coverage): string {
  const table = [
    ['topic', 'national', ...councils],
    ...rows.map(({ topic, national, local }) => [
      topic,
      ...[national, ...local].map((n) => (n === 0 ? '-' : `${n}`)),
    ]),
  ];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
