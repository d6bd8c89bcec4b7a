import { describe, expect, test } from 'vitest';
import { KINDS, STAGES, type Stage, type Topic } from '../../src/shared/vocabulary.ts';
import { routeFor, textsOf } from './support/pathway-rules.ts';

const whole = (route: ReturnType<typeof routeFor>) => textsOf(route).join(' ');
const letter = { decision: '2026-11-12' };

describe('the ladder', () => {
  /** One row a topic: the route of a complaint that says nothing else, stage by stage. */
  const rows: Readonly<Record<Topic, string>> = {
    'needs-assessment-refused': 'said-no said-no complained decision appealing',
    'plan-refused': 'said-no said-no complained decision appealing',
    'plan-content': 'draft-or-final draft-or-final complained decision appealing',
    'plan-placement': 'complaint talked complained decision appealing',
    'plan-ceased': 'one-letter-or-two one-letter-or-two complained decision appealing',
    'annual-review': 'complaint talked complained decision appealing',
    'plan-delay': 'which-week talked complained answered appealing',
    'provision-not-delivered': 'start talked complained answered appealing',
    'sen-support': 'start talked complained answered appealing',
    exclusion: 'complaint talked complained answered appealing',
    attendance: 'start talked complained answered appealing',
    'bullying-discrimination': 'complaint talked complained answered appealing',
    'health-provision': 'start talked complained answered appealing',
    'social-care': 'start talked complained answered appealing',
    transport: 'start talked complained answered appealing',
    'staff-conduct': 'start not-said-raised not-said-raised not-said-raised appealing',
    'phase-transfer': 'complaint talked complained decision appealing',
    'personal-budget': 'start talked complained answered appealing',
    mediation: 'start talked complained answered appealing',
    tribunal: 'start talked complained answered appealing',
    sendiass: 'start used used used used',
    'complaint-process': 'start start start not-said-answered appealing',
    'requesting-assessment': 'start talked complained refused appealing',
    safeguarding: 'now now now now now',
    other: 'start start start start start',
  };
  test.each(Object.entries(rows))('of %s is %s', (topic, row) => {
    const at = (stage: Stage) => routeFor({ topic: topic as Topic, stage }).id;
    expect(STAGES.map(at)).toEqual(row.split(' ').map((name) => `${topic}.${name}`));
  });

  const lastDoor = {
    lgsco: /Local Government and Social Care Ombudsman/,
    phso: /Parliamentary and Health Service Ombudsman/,
    'dfe-schools': /Department for Education/,
  };
  test.each([
    ['la', 'lgsco'],
    ['health', 'phso'],
    ['school', 'dfe-schools'],
  ] as const)('of a complaint about %s ends at %s', (counterparty, body) => {
    for (const topic of ['complaint-process', 'staff-conduct'] as const) {
      for (const stage of ['none', 'talked', 'complained', 'answered'] as const) {
        const route = routeFor({ topic, stage, counterparty: [counterparty] });
        const bodies = route.steps.map((step) => step.body);
        expect(whole(route), route.id).toMatch(lastDoor[body]);
        if (stage === 'answered') expect(bodies[0], route.id).toBe(body);
      }
    }
  });

  test('of an early years provider goes to Ofsted, and of a college never to the tribunal for schools', () => {
    for (const topic of ['sen-support', 'staff-conduct', 'complaint-process'] as const) {
      const route = routeFor({ topic, stage: 'answered', cues: { setting: 'early-years' } });
      expect(route.steps[0]?.body, route.id).toBe('ofsted');
    }
    for (const topic of ['exclusion', 'bullying-discrimination'] as const) {
      const route = routeFor({ topic, cues: { setting: 'college' } });
      expect(route.clocks, route.id).toEqual(['county-court-discrimination']);
    }
  });

  test('of help missing from a plan starts with whoever must secure it, never with the tribunal', () => {
    for (const stage of ['none', 'talked', 'complained', 'answered'] as const) {
      const route = routeFor({
        topic: 'provision-not-delivered',
        stage,
        dates: letter,
        cues: { plan: 'final' },
      });
      expect([...route.clocks, ...route.steps.map(({ clock }) => clock)]).not.toContain('appeal');
      expect(whole(route)).toMatch(/no mediation certificate/);
    }
  });

  test('of help missing from a plan goes on to the council after the school or the NHS has answered', () => {
    for (const counterparty of ['school', 'health'] as const) {
      for (const stage of ['complained', 'answered'] as const) {
        const route = routeFor({ topic: 'provision-not-delivered', stage, counterparty: [counterparty] });
        expect(route.steps[0]?.contact, route.id).toBe('complaints');
      }
    }
  });

  test('of a suspension has no review panel; that of a permanent exclusion has', () => {
    const at = (exclusion: 'permanent' | 'suspension') =>
      routeFor({ topic: 'exclusion', stage: 'answered', cues: { exclusion } }).clocks;
    expect(at('suspension')).not.toContain('review-panel');
    expect(at('permanent')[0]).toBe('review-panel');
  });
});

describe('safeguarding', () => {
  test('gives the numbers first and nothing to sell, at every stage and for every kind', () => {
    for (const kind of KINDS) {
      for (const stage of STAGES) {
        const { steps } = routeFor({ topic: 'safeguarding', kind, stage });
        expect(steps[0]?.body).toBe('emergency');
        expect(steps.map(({ body }) => body)).toEqual(
          expect.arrayContaining(['nspcc', 'childline', 'samaritans', 'nhs-111']),
        );
        expect(steps.map(({ contact }) => contact)).toContain('safeguarding');
        expect(steps.map(({ contact }) => contact)).not.toContain('sendiass');
      }
    }
  });
});
