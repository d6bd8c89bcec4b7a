import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROBLEMS } from '../../src/shared/problem.ts';
import { projectRoot } from '../../src/shared/project-root.ts';

it('docs/errors.md lists every code with its status, and no other', () => {
  const page = readFileSync(`${projectRoot}docs/errors.md`, 'utf8');
  const listed = [...page.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, code, status]) => [
    code,
    Number(status),
  ]);
  const declared = Object.entries(PROBLEMS).map(([code, { status }]) => [code, status]);
  expect(listed.sort()).toEqual(declared.sort());
});
