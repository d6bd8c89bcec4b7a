import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { BankHolidays } from '../../../src/knowledge/schema/bank-holidays.ts';
import { Clock } from '../../../src/knowledge/schema/clock.ts';
import { projectRoot } from '../../../src/shared/project-root.ts';

const read = (name: string): unknown => parse(readFileSync(join(projectRoot, 'knowledge', name), 'utf8'));

export const clocks = z.strictObject({ clocks: z.array(Clock) }).parse(read('clocks.yaml')).clocks;
export const holidays = BankHolidays.parse(read('bank-holidays.yaml'));
export const bankHolidays: ReadonlySet<string> = new Set(holidays.days);

export function clock(id: string): Clock {
  const found = clocks.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no clock ${id}`);
  return found;
}
