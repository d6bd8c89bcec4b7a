import { expect, it } from 'vitest';
import { createLog } from '../../src/shared/log.ts';

const SECRET = 'my lad cries\n    at every morning (file:///home)';

it('keeps no word of an error, however it is logged', () => {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => lines.push(line) });
  const error = new TypeError(SECRET, { cause: new Error(SECRET) });
  log.error(error);
  log.error({ err: error });
  log.error({ err: error, route: '/x' }, 'failed');
  log.error({ err: SECRET }, 'failed');
  log.error(Object.assign(new Error(SECRET), { code: 'SQLITE_FULL', extra: SECRET }));
  expect(lines.join()).not.toMatch(/cries|every morning/);
  expect(lines.map((line) => JSON.parse(line).err.class)).toEqual([
    'TypeError',
    'TypeError',
    'TypeError',
    'string',
    'Error',
  ]);
  expect(JSON.parse(lines[0] ?? '').err.at[0]).toContain('log.test.ts');
  expect(JSON.parse(lines[4] ?? '').err.code).toBe('SQLITE_FULL');
});
