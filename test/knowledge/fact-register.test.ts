/** The register of what the councils publish, against the pages that must tell it, each fact with its correction. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { diskFolder } from '../../src/knowledge/load/folder.ts';
import { readParts } from '../../src/knowledge/load/parts.ts';
import type { Page } from '../../src/knowledge/schema/page.ts';
import { projectRoot } from '../../src/shared/project-root.ts';

const Row = z
  .strictObject({
    id: z.string().regex(/^[a-z]+-\d{2}$/),
    fact: z.string().min(10),
    state: z.enum(['ok', 'date', 'weak', 'missing']),
    correction: z.string().min(5).optional(),
    must: z.array(z.string().min(3)).min(1).optional(),
  })
  .refine(
    ({ state, correction, must }) =>
      (state === 'ok') === (correction === undefined) && (state === 'ok') === (must === undefined),
    'a row that is not ok, and no other, has a correction and the words that prove it',
  );

/** How a row's id begins, and the council's folder and number of facts. */
const COUNCILS = new Map([
  ['dudley', { slug: 'dudley', facts: 57 }],
  ['redcar', { slug: 'redcar-cleveland', facts: 18 }],
  ['leicester', { slug: 'leicester', facts: 29 }],
  ['worcs', { slug: 'worcestershire', facts: 33 }],
  ['somerset', { slug: 'somerset', facts: 21 }],
]);

const knowledge = join(projectRoot, 'knowledge');
const rows = z.array(Row).parse(parse(readFileSync(join(knowledge, 'fact-register.yaml'), 'utf8')));
const parts = readParts(diskFolder(knowledge), () => {});
const prefix = (id: string) => id.replace(/-\d+$/, '');

/** The council's own and the national pages that say they give this fact. */
function pagesOf(id: string): Page[] {
  const slug = COUNCILS.get(prefix(id))?.slug ?? '';
  const own = parts.councils.get(slug)?.pages.values() ?? [];
  return [...own, ...parts.national.values()].flatMap((page) =>
    page?.value.covers.includes(id) ? [page.value] : [],
  );
}

const flat = (text: string) => text.toLowerCase().replaceAll('*', '').replace(/\s+/g, ' ');

describe('the register of facts', () => {
  test('every council has its facts, numbered without a gap', () => {
    for (const [name, { facts }] of COUNCILS) {
      const expected = Array.from({ length: facts }, (_, at) => `${name}-${String(at + 1).padStart(2, '0')}`);
      expect(rows.map(({ id }) => id).filter((id) => prefix(id) === name)).toEqual(expected);
    }
    expect(rows).toHaveLength(158);
  });

  test.each(rows.map((row) => [row.id, row] as const))('%s is told, and rightly', (id, { must = [] }) => {
    const pages = pagesOf(id);
    expect(pages.map(({ file }) => file)).not.toEqual([]);
    for (const { file, body } of pages) {
      expect(
        must.filter((words) => !flat(body).includes(flat(words))),
        `missing in ${file}`,
      ).toEqual([]);
    }
  });

  test('no page covers a fact that the register does not hold, or another council’s', () => {
    const known = new Set(rows.map(({ id }) => id));
    for (const [slug, { pages }] of parts.councils) {
      const covers = [...pages.values()].flatMap((page) => page?.value.covers ?? []);
      expect(covers.filter((id) => !known.has(id) || COUNCILS.get(prefix(id))?.slug !== slug)).toEqual([]);
    }
  });
});
