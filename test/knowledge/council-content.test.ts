/** The five councils' pages and contacts as an editor sees them: complete, plain, and free of typed numbers. */
import { join } from 'node:path';
import { syllable } from 'syllable';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/knowledge/finding.ts';
import { diskFolder } from '../../src/knowledge/load/folder.ts';
import { readParts } from '../../src/knowledge/load/parts.ts';
import { projectRoot } from '../../src/shared/project-root.ts';

const SLUGS = ['dudley', 'leicester', 'redcar-cleveland', 'somerset', 'worcestershire'];
const LOCAL_WORDS = 200;
const HIGHEST_GRADE = 8;

const findings: Finding[] = [];
const parts = readParts(diskFolder(join(projectRoot, 'knowledge')), (finding) => findings.push(finding));
const councils = SLUGS.map((slug) => ({
  slug,
  council: parts.councils.get(slug)?.council?.value,
  pages: [...(parts.councils.get(slug)?.pages.values() ?? [])].flatMap((page) => page?.value ?? []),
}));
const pages = councils.flatMap((each) => each.pages);

/** Files of the pages whose text (a line at a time) does not please. */
const offenders = (bad: (line: string) => boolean) =>
  pages.filter(({ body, title }) => [title, ...body.split('\n')].some(bad)).map(({ file }) => file);

/** What is read aloud: no marks, one sentence a line at least. */
const plain = (body: string) =>
  body
    .replace(/\{\{[^}]*\}\}/g, '')
    .replace(/^\s*(?:[-*]|\d+\.)\s+/gm, '')
    .replace(/[*_"]/g, '');

/** Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59. */
function grade(body: string): number {
  const sentences = plain(body)
    .split(/[.?:;]\s|\n/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}'’-]+/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59;
}

describe('the content of the five councils', () => {
  test('every file fits its schema', () => {
    expect(findings.filter(({ file }) => file.startsWith('councils/'))).toEqual([]);
    expect(councils.map(({ council }) => council?.slug)).toEqual(SLUGS);
    for (const each of councils) expect(each.pages.length).toBeGreaterThan(10);
  });

  test('no telephone number is typed in a page: contacts come from council.yaml', () => {
    expect(offenders((line) => /\d[\d\s-]{5,}\d/.test(line))).toEqual([]);
    expect(offenders((line) => /\S@\S/.test(line))).toEqual([]);
  });

  test('a body that no longer exists is named only beside the one that took its place', () => {
    const old = /\bCCGs?\b|clinical commissioning group/i;
    expect(offenders((line) => old.test(line) && !/integrated care board/i.test(line))).toEqual([]);
  });

  test('no page shouts, uses Latin or writes like an office', () => {
    expect(offenders((line) => line.includes('!'))).toEqual([]);
    const office =
      /\b(?:i\.e|e\.g|etc|via|per annum|vice versa|prior to|in order to|regarding|utili[sz]e|commence|in respect of|please note)\b/i;
    expect(offenders((line) => office.test(line))).toEqual([]);
  });

  test('every page can be read by a child of about twelve', () => {
    const hard = pages
      .map(({ file, body }) => ({ file, grade: Math.round(grade(body) * 10) / 10 }))
      .filter((page) => page.grade > HIGHEST_GRADE);
    expect(hard).toEqual([]);
  });

  test('every page is short enough to be read before a national page', () => {
    const long = pages
      .map(({ file, body }) => ({ file, words: plain(body).split(/\s+/).filter(Boolean).length }))
      .filter(({ words }) => words >= LOCAL_WORDS);
    expect(long).toEqual([]);
  });

  test('a page that speaks of an appeal letter says that its time limit is running', () => {
    const silent = pages.filter(
      ({ body }) =>
        /(?:you can also appeal|can be appealed\.|right to appeal)/i.test(body) &&
        !/(?:time (?:limit|to appeal)|two months|appeal clock)/i.test(body),
    );
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  test('every page lists enough ways of asking, none of them twice in one council', () => {
    for (const { slug, pages: own } of councils) {
      const asks = own.flatMap((page) => page.asks.map((ask) => ask.toLowerCase()));
      expect(
        asks.filter((ask, index) => asks.indexOf(ask) !== index),
        slug,
      ).toEqual([]);
      for (const page of own) expect(page.asks.length, page.file).toBeGreaterThanOrEqual(5);
    }
  });

  test('no name of a place belongs to two councils, and none is taken for another council', () => {
    const names = councils.flatMap(({ council }) =>
      council ? [council.place, council.name, ...council.aliases].map((name) => name.toLowerCase()) : [],
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const strangers = councils.flatMap(
      ({ council }) => council?.notToConfuse.flatMap((each) => each.names) ?? [],
    );
    expect(strangers.filter((name) => names.includes(name.toLowerCase()))).toEqual([]);
  });

  test('every council can be reached about a child at risk', () => {
    for (const { slug, council } of councils) {
      const phones = council?.contacts.safeguarding?.flatMap((contact) => contact.phones) ?? [];
      expect(phones.length, slug).toBeGreaterThan(0);
    }
  });

  test('a Somerset page that rests on the overdue council page says so', () => {
    const silent = pages.filter(
      ({ council, covers, body }) => council === 'somerset' && covers.length > 0 && !/June 2024/.test(body),
    );
    expect(silent.map(({ file }) => file)).toEqual([]);
  });
});
