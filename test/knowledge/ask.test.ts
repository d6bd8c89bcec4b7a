import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/knowledge/ask.ts';
import { requireKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createSearch } from '../../src/knowledge/search.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import { page, smallKnowledge } from './small-knowledge.ts';

const today = '2026-11-21';
const real = createSearch(requireKnowledge(`${projectRoot}/knowledge`));
const asked = (text: string, council: string | null = null) => ask(text, { search: real, council, today });

describe('a question that is not for this service', () => {
  it.each([
    ['how do i pay my council tax', 'council tax'],
    ['when is my bin collection', 'switchboard'],
    ['universal credit has stopped', 'Citizens Advice'],
  ])('is told so, and who does help: %s', (text, who) => {
    const { pages, answer } = asked(text);
    expect(pages).toEqual([]);
    expect(answer).toContain('special educational needs');
    expect(answer).toContain(who);
  });

  it('is still answered when it is about special needs too', () => {
    expect(asked('do i pay council tax on the sen taxi, my son has an ehcp').pages).not.toEqual([]);
  });

  it('is not given a page that has nothing to do with it', () => {
    expect(asked('zzqx vvkj wwpq').pages).toEqual([]);
    expect(asked('').pages).toEqual([]);
  });
});

describe('a question', () => {
  it.each([
    ['mediashun certifcate do i need it', 'mediation'],
    ['wots a sendias', 'sendiass'],
    ['apealing to the tribunel', 'tribunal'],
  ])('is understood when misspelt: %s', (text, topic) => {
    expect(asked(text).topics.slice(0, 3)).toContain(topic);
  });

  it.each([
    ['IDR', 'mediation'],
    ['LGO', 'complaint-process'],
    ['sendist', 'tribunal'],
    ['ehcp whats that', 'requesting-assessment'],
  ])('may be an abbreviation: %s', (text, topic) => {
    expect(asked(text).topics.slice(0, 3)).toContain(topic);
  });

  it('is answered with the council’s own number', () => {
    expect(asked('whats the number for sendiass', 'worcestershire').answer).toContain('01905 768153');
  });

  it('always comes with SENDIASS and with sources', () => {
    const { answer } = asked('how do i complain about school', 'dudley');
    expect(answer).toContain('SENDIASS');
    expect(answer).toMatch(/\*From: .*\(checked \d+ \w+ \d{4}\)\*$/);
  });

  it('is pushed, not forced, by what triage heard', () => {
    const { topics } = ask('what happens next', {
      search: real,
      council: null,
      today,
      topics: ['transport'],
    });
    expect(topics).toContain('transport');
  });
});

describe('another council’s page', () => {
  const knowledge = smallKnowledge({
    'councils/dudley/bridge.md': page('bridge', 'The Bridge runs the meetings here.', {
      asks: ['what is the bridge', 'bridge meetings'],
    }),
  });
  const search = createSearch(knowledge);

  it('is not shown to a family whose council is known', () => {
    expect(ask('bridge meetings', { search, council: 'leicester', today }).pages).not.toContain('bridge');
  });

  it('is shown with its place when no council is named', () => {
    const { pages, answer } = ask('bridge meetings', { search, council: null, today });
    expect(pages[0]).toBe('bridge');
    expect(answer).toMatch(/^This is from Dudley\./);
  });
});

describe('an answer', () => {
  it('says when a page is overdue for its review', () => {
    const search = createSearch(smallKnowledge());
    expect(ask('what is mediation', { search, council: null, today: '2027-06-01' }).answer).toContain(
      'due to be checked again by 21 May 2027',
    );
    expect(ask('what is mediation', { search, council: null, today }).answer).not.toContain(
      'due to be checked',
    );
  });

  it('never holds an unfilled placeholder, whatever was asked', () => {
    const words = fc.array(
      fc.constantFrom(
        'ehcp',
        'school',
        'no',
        'council',
        'mediation',
        'help',
        'late',
        'tribunal',
        'nhs',
        '💥',
        '{{contact:x}}',
        '<b>',
        'ŵ',
      ),
      { maxLength: 40 },
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      words.map((list) => list.join(' ')),
    );
    const councils = fc.constantFrom(null, ...real.knowledge.councils.keys());
    fc.assert(
      fc.property(text, councils, (said, council) => {
        const { answer, topics } = asked(said, council);
        expect(answer).not.toMatch(/\{\{|\{[a-z]+[:}]|undefined/i);
        expect(topics.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
