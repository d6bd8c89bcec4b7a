import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { syllable } from 'syllable';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { NationalBody, ROLES } from '../../src/knowledge/schema/contact.ts';
import { Page } from '../../src/knowledge/schema/page.ts';
import { dayInWords } from '../../src/shared/day-in-words.ts';
import { projectRoot } from '../../src/shared/project-root.ts';

const folder = join(projectRoot, 'knowledge');
const pages = readdirSync(join(folder, 'national'))
  .filter((file) => file.endsWith('.md'))
  .map(readPage);
const bodies = z
  .strictObject({ bodies: z.array(NationalBody) })
  .parse(parse(readFileSync(join(folder, 'national-bodies.yaml'), 'utf8'))).bodies;

function readPage(file: string): Page {
  const [, front = '', body = ''] =
    /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(folder, 'national', file), 'utf8')) ?? [];
  return Page.parse({ ...parse(front), council: null, file: `national/${file}`, body: body.trim() });
}

const PLACEHOLDER = /\{\{(contact|body):([a-z0-9-]+)\}\}/g;

/** The sentences a parent reads, without contacts and marks; a list item ends a sentence. */
function sentences(body: string): string[] {
  return body
    .replace(PLACEHOLDER, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(-|\d+\.)\s*/, '').replaceAll('*', ''))
    .flatMap((line) => line.split(/(?<=[.?])\s+/))
    .filter((sentence) => /\p{L}/u.test(sentence));
}

const words = (text: string): string[] => text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];

/** Flesch-Kincaid grade: 8 is what a 13-year-old reads with ease. */
function grade(body: string): number {
  const said = sentences(body);
  const all = said.flatMap(words);
  const beats = all.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (all.length / said.length) + 11.8 * (beats / all.length) - 15.59;
}

/** Each abbreviation with the words that must open it, in the paragraph of its first use or before. */
const OPENED: Readonly<Record<string, string>> = {
  SEN: 'special educational needs',
  SEND: 'special educational needs and disabilit|the D adds disabilities|special educational needs or a disability',
  EHC: 'education, health and care',
  NHS: 'national health service',
  ICB: 'integrated care board',
  CCG: 'clinical commissioning group|took over from the',
  SENCO: 'special educational needs co-ordinator',
  PALS: 'patient advice and liaison service',
  LGSCO: 'ombudsman',
  PHSO: 'parliamentary and health service ombudsman|the one for the national health',
  DfE: 'department for education',
  ICO: "information commissioner's office|the information commissioner",
  ALN: 'additional learning needs',
  SENDIASS: 'advice',
  IPSEA: 'charit',
};

const BANNED =
  /!|\b(etc|e\.g|i\.e|via|per annum|ad hoc|prima facie|pro rata|inter alia|vice versa|utilise|in order to|prior to|going forward|commence|whilst|regarding|liaise|unfortunately|please note|simply|guarantee|will win|you are entitled to win|I understand how you feel|six months from|60 days of|24 hours)\b/i;

describe('national bodies', () => {
  const required =
    'emergency nhs-111 nspcc childline samaritans family-rights-group send-tribunal upper-tribunal lgsco phso dfe-schools ofsted ico eass pals nhs-england complaints-advocacy ipsea contact sos-sen cdc coram-child-law';
  test('none is missing and none is twice', () => {
    expect(bodies.map((body) => body.id).sort()).toEqual(required.split(' ').sort());
  });
  test('the NSPCC telephone is never presented as open all night', () => {
    const nspcc = bodies.find((body) => body.id === 'nspcc');
    expect(nspcc?.hours).toBeUndefined();
    expect(nspcc?.phones.map((phone) => phone.when)).toEqual([undefined]);
  });
});

describe('national pages as a whole', () => {
  const ids = new Set(pages.map((page) => page.id));
  test('no question of a parent leads to two pages', () => {
    const asks = pages.flatMap((page) => page.asks.map((ask) => words(ask.toLowerCase()).join(' ')));
    expect(asks.filter((ask, at) => asks.indexOf(ask) !== at)).toEqual([]);
  });
  test('every page named as worth reading next exists', () => {
    const named = pages.flatMap((page) => page.seeAlso.filter((id) => !ids.has(id) || id === page.id));
    expect(named).toEqual([]);
  });
});

describe.each(pages.map((page) => [page.id, page] as const))('national page %s', (id, page) => {
  const said = page.body.replace(PLACEHOLDER, '').replace(/SOS!SEN|NHS 111/g, 'a name');

  it('is named for its file and due for review after its last one', () => {
    expect(basename(page.file, '.md')).toBe(id);
    expect(page.reviewBy > page.reviewed).toBe(true);
    expect(page.sources.every((source) => source.read <= page.reviewed)).toBe(true);
  });

  it('holds no telephone number or e-mail of its own', () => {
    expect(said).not.toMatch(/\b0\d[\d ]{6,}|\b\d{5,}\b|@/);
    expect(said).not.toMatch(/\b(116 123|85258|88858)\b/);
  });

  it('names only contacts that exist, each alone on its line', () => {
    const known = new Set([...ROLES.map((role) => `contact:${role}`), ...bodies.map((b) => `body:${b.id}`)]);
    const unknown = [...page.body.matchAll(PLACEHOLDER)].filter(
      ([, kind, name]) => !known.has(`${kind}:${name}`),
    );
    expect(unknown.map(([whole]) => whole)).toEqual([]);
    const lines = page.body.split('\n').filter((line) => line.includes('{{'));
    expect(lines.filter((line) => !/^(- )?\{\{[a-z]+:[a-z0-9-]+\}\}$/.test(line))).toEqual([]);
  });

  it('is short and plain enough for a tired reader', () => {
    expect(said).not.toMatch(BANNED);
    const length = sentences(page.body).flatMap(words).length;
    expect(length).toBeGreaterThanOrEqual(80);
    expect(length).toBeLessThanOrEqual(220);
    expect(grade(page.body)).toBeLessThanOrEqual(8);
    expect(page.asks.length).toBeGreaterThanOrEqual(6);
  });

  it('opens each abbreviation at its first use', () => {
    const closed = Object.entries(OPENED).filter(([short, long]) => {
      const at = said.search(new RegExp(`\\b${short}\\b`));
      return at >= 0 && !new RegExp(long, 'i').test(said.slice(0, said.indexOf('\n', at)));
    });
    expect(closed.map(([short]) => short)).toEqual([]);
    if (/\bCCGs?\b/.test(said)) expect(said).toMatch(/integrated care board/i);
  });

  it('says how fresh a time limit is, and that the letter wins', () => {
    const limit =
      /\b(\d+|two|three|four|five|six|eight|one|a) (calendar |working |school |\*\*school\*\* )?(days|weeks|months|month|year)\b/i;
    const [, ...day] = dayInWords(page.reviewed).split(' ');
    if (limit.test(said)) expect(said).toMatch(new RegExp(`checked (to|on) ${day.join(' ')}`, 'i'));
  });
});
