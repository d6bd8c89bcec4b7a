import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Route } from '../../src/knowledge/schema/route.ts';
import type { Situation } from '../../src/pathways/schema.ts';
import { COUNTERPARTIES, KINDS, STAGES, TOPICS, type Topic } from '../../src/shared/vocabulary.ts';
import { knowledge, routeFor, textsOf } from './support/pathway-rules.ts';

const { topics } = knowledge.taxonomy;
/** A decision under these may be one to appeal even where the topic as a whole is not about a decision. */
const decided: readonly Topic[] = [
  ...TOPICS.filter((topic) => topics[topic].appealable),
  'annual-review',
  'phase-transfer',
  'requesting-assessment',
];
const letter = { decision: '2026-11-12' };
const whole = (route: Route) => textsOf(route).join(' ');

const anySituation: fc.Arbitrary<Situation> = fc.record({
  kind: fc.constantFrom(...KINDS),
  counterparty: fc.uniqueArray(fc.constantFrom(...COUNTERPARTIES)),
  topic: fc.constantFrom(...TOPICS),
  stage: fc.constantFrom(...STAGES),
  council: fc.constant(null),
  dates: fc.constantFrom({}, letter, { ...letter, certificate: '2026-11-30' }, { act: '2026-11-12' }),
  cues: fc.record(
    {
      decisionInHand: fc.boolean(),
      plan: fc.constantFrom('none', 'draft', 'final'),
      sectionIOnly: fc.boolean(),
      exclusion: fc.constantFrom('permanent', 'suspension', 'informal'),
      setting: fc.constantFrom('early-years', 'school', 'college'),
    },
    { requiredKeys: [] },
  ),
});

function asksForComplaint({ steps: [first] }: Route): boolean {
  return first?.contact?.includes('complaints') === true || /complaint|ombudsman/.test(first?.page ?? '');
}

describe('a decision that can be appealed', () => {
  test('never leads to a complaint first, whatever else is known', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        fc.pre(decided.includes(situation.topic) && situation.dates.decision !== undefined);
        fc.pre(situation.stage !== 'appealing' && situation.cues.plan !== 'draft');
        const route = routeFor(situation);
        expect(asksForComplaint(route), route.id).toBe(false);
        expect(route.clocks[0], route.id).toMatch(/^appeal(-section-i)?$/);
        expect(route.wants, route.id).toBe('decision');
        expect(whole(route), route.id).toMatch(/does not stop the clock/);
        expect(route.warnings.join(' '), route.id).toMatch(/complaint is the wrong door/);
      }),
      { numRuns: 3000 },
    );
  });

  test.each(KINDS)('is treated as one when a %s only gives the date of the letter', (kind) => {
    for (const topic of decided) {
      const route = routeFor({ topic, kind, dates: letter });
      expect(route.id).toBe(`${topic}.${topic === 'requesting-assessment' ? 'refused' : 'decision'}`);
    }
  });

  test('is assumed when a family complains of a refusal and names no letter', () => {
    for (const topic of decided.filter((topic) => topics[topic].appealable)) {
      const route = routeFor({ topic, kind: 'complaint' });
      expect(route.wants, route.id).toBe('decision');
      expect(route.clocks, route.id).toContain('appeal');
    }
  });

  test('is not assumed when a family only fears it', () => {
    for (const topic of decided.filter((topic) => topics[topic].appealable)) {
      expect(routeFor({ topic, kind: 'concern' }).wants).toBeUndefined();
    }
  });

  test('has the right form: SEND35A for a refusal to assess, SEND35 for the rest', () => {
    for (const topic of decided) {
      const text = whole(routeFor({ topic, dates: letter }));
      const refusedToAssess = topic === 'needs-assessment-refused' || topic === 'requesting-assessment';
      expect(text.includes('SEND35A'), topic).toBe(refusedToAssess);
      expect(text, topic).toContain('SEND35');
    }
  });

  test('about the school alone is never given a certificate month', () => {
    for (const topic of ['plan-placement', 'mediation', 'tribunal'] as const) {
      const route = routeFor({ topic, dates: letter, cues: { sectionIOnly: true } });
      const clocks = [...route.clocks, ...route.steps.map(({ clock }) => clock)];
      expect(clocks).toContain('appeal-section-i');
      expect(clocks).not.toContain('appeal');
      expect(route.steps[0]?.page).toBe('tribunal-forms');
    }
  });

  test('belongs to the young person once they are at college', () => {
    for (const topic of decided.filter((topic) => topics[topic].appealable)) {
      const route = routeFor({ topic, dates: letter, cues: { setting: 'college' } });
      expect(route.lead, topic).toMatch(/young person's own/);
    }
  });

  test('is not there yet while the plan is a draft', () => {
    for (const topic of ['plan-content', 'plan-placement', 'annual-review'] as const) {
      const route = routeFor({ topic, dates: letter, cues: { plan: 'draft' } });
      expect(route.wants, topic).toBe('draft');
      expect([...route.clocks], topic).not.toContain('appeal');
    }
  });
});

describe('a letter that comes up beside another matter', () => {
  test.each(['plan-delay', 'complaint-process', 'staff-conduct', 'sendiass'] as const)(
    'still has its appeal date computed under %s',
    (topic) => {
      for (const stage of ['none', 'talked', 'complained', 'answered'] as const) {
        const route = routeFor({ topic, stage, dates: letter, counterparty: ['la'] });
        expect(route.clocks, route.id).toContain('appeal');
      }
    },
  );
});
