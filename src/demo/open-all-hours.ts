import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WEEKDAYS } from '../knowledge/schema/advisers.ts';
import { projectRoot } from '../shared/project-root.ts';

/**
 * A copy of the content in which one council's advisers are there at every hour, so that a trial or a test does not depend
 * on the day it is made.
 *
 * @returns the folder, for KNOWLEDGE_DIR
 */
export function openAllHours(folder: string, council: string): string {
  const copy = join(folder, 'knowledge');
  cpSync(join(projectRoot, 'knowledge'), copy, { recursive: true });
  const days = WEEKDAYS.map((day) => `  ${day}: [{ from: '00:00', to: '24:00' }]`);
  const councils = join(copy, 'councils');
  writeFileSync(join(councils, council, 'advisers.yaml'), ['hours:', ...days, ''].join('\n'));
  // A bank holiday would close all the same, so only those long gone stay.
  const holidays = join(copy, 'bank-holidays.yaml');
  const past = readFileSync(holidays, 'utf8')
    .split('\n')
    .filter((line) => !/- '20(2[5-9]|[3-9]\d)-/.test(line));
  writeFileSync(holidays, past.join('\n'));
  return copy;
}
