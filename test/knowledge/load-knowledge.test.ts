import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { KnowledgeError } from '../../src/knowledge/finding.ts';
import { loadKnowledge, requireKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { dudley, page, smallFiles, smallFolder, smallKnowledge } from './small-knowledge.ts';

const findingsOf = (changes: Record<string, string | null>) =>
  loadKnowledge('', smallFolder(changes)).findings ?? [];
const lineWith = (text: string, part: string) =>
  text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('a file with a mistake', () => {
  it('is named with the line, the field and what to do', () => {
    const council = stringify(dudley).replace('phones:', 'fones:');
    expect(findingsOf({ 'councils/dudley/council.yaml': council })).toEqual([
      {
        level: 'error',
        file: 'councils/dudley/council.yaml',
        line: lineWith(council, 'fones:'),
        field: 'contacts.sendiass.0.fones',
        message: '"fones" is not a field here.',
        fix: 'Correct its spelling or remove it.',
      },
    ]);
  });

  it('says to put quotes round a number that lost its nought', () => {
    const council = stringify(dudley).replace('01384 817373', '1384817373');
    const [finding] = findingsOf({ 'councils/dudley/council.yaml': council });
    expect(finding?.line).toBe(lineWith(council, '1384817373'));
    expect(finding?.fix).toContain('"1384817373"');
  });

  it('counts the lines of front matter from the top of the page', () => {
    const text = page('extra', 'Some words that are long enough.', { reviewBy: '2027-02-30' });
    const [finding, ...rest] = findingsOf({ 'national/extra.md': text });
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      file: 'national/extra.md',
      field: 'reviewBy',
      line: lineWith(text, 'reviewBy'),
    });
    expect(finding?.message).toBe('"2027-02-30" is not a day of the calendar.');
  });

  it('finds an unknown placeholder on its line of the body', () => {
    const text = page('extra', 'First line.\n\nSecond.\n\n{{contact:sendias}}');
    expect(findingsOf({ 'national/extra.md': text })).toMatchObject([
      {
        file: 'national/extra.md',
        field: 'body',
        line: lineWith(text, '{{contact'),
        message: '{{contact:sendias}} is not known.',
      },
    ]);
  });

  it('refuses a link that is not among the sources', () => {
    const text = page('extra', 'Read more [here](https://elsewhere.example.org/page).');
    expect(findingsOf({ 'national/extra.md': text })).toMatchObject([
      {
        line: lineWith(text, 'elsewhere'),
        message: 'https://elsewhere.example.org/page is not among the sources.',
      },
    ]);
  });

  it('says which line of YAML cannot be read', () => {
    expect(findingsOf({ 'clocks.yaml': 'clocks:\n  - id: [a\n' })[0]).toMatchObject({ file: 'clocks.yaml' });
  });

  it.each([
    ['no front matter', 'Only words, and no front matter at all.'],
    ['no second fence', '---\nid: extra\ntitle: Words'],
    ['nothing', ''],
  ])('refuses a page with %s', (_, text) => {
    expect(findingsOf({ 'national/extra.md': text })).toMatchObject([
      { line: 1, message: 'The page has no front matter.' },
    ]);
  });

  it('refuses an empty page', () => {
    expect(findingsOf({ 'national/extra.md': page('extra', '') })).toMatchObject([
      { message: 'The page says nothing.' },
    ]);
  });

  it('is read whatever its line ends are', () => {
    const text = page('extra', 'Words that a parent reads.').replaceAll('\n', '\r\n');
    expect(smallKnowledge({ 'national/extra.md': `\uFEFF${text}` }).national.get('extra')?.body).toBe(
      'Words that a parent reads.',
    );
  });
});

describe('references between files', () => {
  const route = (step: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    stringify({
      topic: 'transport',
      routes: [
        {
          id: 'transport.start',
          lead: 'Start with the policy.',
          steps: [{ who: 'The council', action: 'Ask for the policy.', page: 'mediation', ...step }],
          ...more,
        },
      ],
    });

  it.each([
    ['page: nowhere', route({ page: 'nowhere' }), 'There is no page national/nowhere.md.'],
    ['clock: sundial', route({ clock: 'sundial' }), 'There is no clock "sundial".'],
    ['body: nobody', route({ body: 'nobody' }), 'There is no national body "nobody".'],
    ['- sundial', route({}, { clocks: ['sundial'] }), 'There is no clock "sundial".'],
    ['lead: Do it', route({}, { lead: 'Do it by {date:sundial}.' }), '{date:sundial} is not known.'],
    [
      'id: tribunal.policy',
      route({}, { id: 'tribunal.policy' }),
      '"tribunal.policy" does not begin with its topic.',
    ],
  ])('that lead nowhere are found on their line: %s', (part, text, message) => {
    const [finding, ...rest] = findingsOf({ 'pathways/transport.yaml': text });
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ message, line: lineWith(text, part) });
  });

  it('must find every topic served', () => {
    expect(findingsOf({ 'pathways/other.yaml': null })).toMatchObject([{ file: 'pathways/other.yaml' }]);
  });

  it('need names that agree with places', () => {
    const findings = findingsOf({
      'national/extra.md': page('other', 'Words that a parent reads.'),
      'councils/leicester/council.yaml': stringify({ ...dudley, slug: 'derby' }),
      'pathways/transport.yaml': smallFiles().get('pathways/other.yaml') ?? '',
    });
    expect(findings.map(({ file, field }) => `${file} ${field}`)).toEqual([
      'national/extra.md id',
      'pathways/transport.yaml topic',
      'pathways/transport.yaml routes.0.id',
      'pathways/transport.yaml routes.1.id',
      'councils/leicester/council.yaml slug',
    ]);
  });

  it('need ids that are there once', () => {
    const clocks = smallFiles().get('clocks.yaml') ?? '';
    const twice = clocks + clocks.replace('clocks:\n', '');
    expect(findingsOf({ 'clocks.yaml': twice })).toMatchObject([
      { field: 'clocks.1.id', message: '"appeal" is there twice.' },
    ]);
  });

  it('do not fail because another page has a mistake of its own', () => {
    const broken = page('mediation', 'Mediation is voluntary, you may say no.', { title: '' });
    expect(findingsOf({ 'national/mediation.md': broken })).toMatchObject([{ field: 'title' }]);
  });
});

describe('the folder as a whole', () => {
  it('is taken whole or not at all, with every mistake at once', () => {
    const loaded = loadKnowledge(
      '',
      smallFolder({ 'taxonomy.yaml': null, 'national/extra.yml': 'a: 1', 'clocks.yaml': '[' }),
    );
    expect(loaded.knowledge).toBeUndefined();
    expect(loaded.findings?.map(({ file }) => file).sort()).toEqual(
      expect.arrayContaining(['clocks.yaml', 'national/extra.yml', 'taxonomy.yaml']),
    );
  });

  it('throws a readable error for a caller that cannot go on', () => {
    expect(() => requireKnowledge('', smallFolder({ 'taxonomy.yaml': null }))).toThrow(KnowledgeError);
    expect(() => requireKnowledge('', smallFolder({ 'taxonomy.yaml': null }))).toThrow(
      'taxonomy.yaml:1 This file is missing.',
    );
  });

  it('gives councils, pages, clocks and routes by id', () => {
    const knowledge = smallKnowledge();
    expect([...knowledge.councils.keys()]).toEqual(['dudley', 'leicester']);
    expect(knowledge.local.get('dudley')?.get('mediation')?.council).toBe('dudley');
    expect(knowledge.local.get('leicester')?.size).toBe(0);
    expect(knowledge.clocks.get('appeal')?.binds).toBe('family');
    expect(knowledge.routes.size).toBe(25);
  });
});
