import { readFileSync } from 'node:fs';
import { LabelledRow } from '../../src/triage/evaluation/labelled-row.ts';

/** The labelled messages of a file, one a line. Throws naming the file and line that is wrong. */
export function readRows(file: string): LabelledRow[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line, index) => ({ line, where: `${file}:${index + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, where }) => {
      const row = LabelledRow.safeParse(json(line));
      if (!row.success) throw new Error(`${where} is not a labelled message`);
      return row.data;
    });
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
