import type { Figures } from './measure.ts';
import type { System } from './system.ts';

const HEAD = ['', 'kind F1', 'party F1', 'topic first', 'within three', 'ms a message'];

export type Line = { system: System; figures: Figures };

/** The figures side by side, then how each system was set up. F1 is the mean over the classes. */
export function table(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const aligned = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  const foot = lines.map(({ system }) => `${system.name}: ${system.setup}.`);
  return `${[...aligned, '', ...foot].join('\n')}\n`;
}

function cells({ system, figures }: Line): string[] {
  const { kind, party, topic, median } = figures;
  return [
    system.name,
    share(kind?.macroF1),
    share(party?.macroF1),
    share(topic?.accuracy),
    share(topic?.within3),
    median.toFixed(2),
  ];
}

/** No row says it: a dash. */
const share = (value: number | undefined): string => value?.toFixed(3) ?? '-';
