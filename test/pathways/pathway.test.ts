import { describe, expect, it } from 'vitest';
import { requireKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { answer } from '../../src/pathways/answer.ts';
import { pathway } from '../../src/pathways/pathway.ts';
import { Pathway, type Situation } from '../../src/pathways/schema.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import { COUNTERPARTIES, KINDS, STAGES, TOPICS } from '../../src/shared/vocabulary.ts';
import { smallKnowledge } from '../knowledge/small-knowledge.ts';

const today = '2026-11-21';
const small = smallKnowledge();
const knowledge = requireKnowledge(`${projectRoot}/knowledge`);

const situation = (values: Partial<Situation> = {}): Situation => ({
  kind: 'complaint',
  counterparty: ['la'],
  topic: 'plan-refused',
  stage: 'none',
  council: 'dudley',
  dates: {},
  cues: {},
  ...values,
});

describe('the route that is taken', () => {
  const routeOf = (values: Partial<Situation>) =>
    pathway(situation(values), { today, knowledge: small }).route;

  it('is the last one when nothing is known', () => {
    expect(routeOf({})).toBe('plan-refused.start');
  });

  it.each<Partial<Situation>>([
    { cues: { decisionInHand: true } },
    { dates: { decision: '2026-11-12' } },
    { dates: { certificate: '2026-11-12' } },
    { dates: { notice: '2026-11-12' } },
    { stage: 'answered' },
    { kind: 'concern', dates: { decision: '2026-11-12' } },
    { kind: 'enquiry', cues: { decisionInHand: true } },
  ])('heeds a decision in hand: %o', (values) => {
    expect(routeOf(values)).toBe('plan-refused.decision');
  });

  it('takes silence for no answer at all', () => {
    expect(routeOf({ dates: { request: '2026-11-12' } })).toBe('plan-refused.start');
    expect(routeOf({ cues: { decisionInHand: false } })).toBe('plan-refused.start');
  });
});

describe('a pathway', () => {
  const decided = pathway(situation({ dates: { decision: '2026-11-12' } }), { today, knowledge: small });

  it('asks for a date only while it is missing', () => {
    expect(decided.wants).toBeNull();
    expect(pathway(situation({ stage: 'answered' }), { today, knowledge: small }).wants).toBe('decision');
  });

  it('says of each step by when, and says the day in words', () => {
    expect(decided.steps[0]).toMatchObject({
      by: '2027-01-12',
      action: 'Ring them by Tuesday 12 January 2027.',
    });
  });

  it('names what a day counts from when it cannot be counted', () => {
    const unknown = pathway(situation({ stage: 'answered' }), { today, knowledge: small });
    expect(unknown.steps[0]?.action).toBe(
      'Ring them by the last day, which counts from the date on your letter.',
    );
    expect(unknown.steps[0]?.by).toBeUndefined();
    expect(unknown.deadlines).toEqual([]);
  });

  it('adds SENDIASS where the route has none, but not before safety', () => {
    expect(decided.steps.at(-1)?.contacts.join()).toContain('01384 817373');
    const safety = pathway(situation({ topic: 'safeguarding' }), { today, knowledge: small });
    expect(safety.steps.some(({ page }) => page === 'sendiass')).toBe(false);
  });

  it('cites its pages, its clocks and the contacts it shows', () => {
    expect(decided.pages).toEqual(['mediation', 'sendiass']);
    expect(decided.sources.map(({ name }) => name)).toEqual([
      'Tribunal rules',
      'Dudley mediation',
      'Source of mediation',
      'Source of sendiass',
      'Tribunal page',
      'Dudley SENDIASS page',
    ]);
  });

  it('tells of a page that is overdue', () => {
    const later = pathway(situation(), { today: '2027-06-01', knowledge: small });
    expect(later.overdue.map(({ title }) => title)).toEqual(['About mediation', 'About sendiass']);
    expect(answer(later, { knowledge: small })).toContain('due to be checked again by 21 May 2027');
  });

  it('is the same every time', () => {
    expect(pathway(situation({ dates: { decision: '2026-11-12' } }), { today, knowledge: small })).toEqual(
      decided,
    );
  });
});

describe('every situation there is', () => {
  const parties = [...COUNTERPARTIES.map((each) => [each]), []];
  const councils = [null, ...knowledge.councils.keys()];
  const situations = (topic: Situation['topic']) =>
    KINDS.flatMap((kind) =>
      STAGES.flatMap((stage) =>
        parties.flatMap((counterparty) =>
          councils.flatMap((council) => [
            situation({ kind, stage, counterparty, council, topic }),
            situation({ kind, stage, counterparty, council, topic, dates: { decision: '2026-11-12' } }),
          ]),
        ),
      ),
    );

  it.each(TOPICS)('has a step, a person and a source: %s', (topic) => {
    for (const each of situations(topic)) {
      const found = pathway(each, { today, knowledge });
      Pathway.parse(found);
      for (const { who } of found.steps) expect(who.length).toBeGreaterThan(1);
      const text = answer(found, { knowledge });
      expect(text).not.toMatch(/\{\{|\{[a-z]+[:}]|undefined/i);
      expect(text).toMatch(/^1\. \*\*/m);
      expect(text.split('\n').at(-1)).toMatch(/^\*From: .*\*$/);
      if (topic !== 'safeguarding') expect(text).toContain('SENDIASS');
    }
  });
});
