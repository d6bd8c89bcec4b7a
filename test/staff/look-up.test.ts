import { describe, expect, it } from 'vitest';
import { hear } from '../../src/staff/hear.ts';
import { familyCopy, lookUpWords } from '../../src/staff/look-up.ts';
import { lookUpForm } from '../../src/staff/look-up-form.ts';
import { contactsFromWords, deadlinesFromWords } from '../../src/staff/other-queries.ts';
import type { StaffReply } from '../../src/staff/reply.ts';
import { Submit } from '../../src/staff/submit.ts';
import { deps, services, waitingCase } from './support.ts';

const said = (replies: readonly StaffReply[]) => JSON.stringify(replies);
const look = (text: string, home: string | null = null) => said(lookUpWords(text, deps, home));

describe('a situation in a sentence', () => {
  it('gets the very date that the family gets, with the count and the law', () => {
    const answer = look('they refused to assess my lad for an EHCP, letter dated 12 November 2026', 'dudley');
    expect(answer).toMatch(/Tuesday 12 January 2027/);
    expect(answer).toContain('Two months from the date on your letter');
    expect(answer).toContain('SI 2008/2699 r.20(1)(c)');
    expect(answer).toContain('legislation.gov.uk');
  });

  it('takes the council from the words before the asker’s own', () => {
    expect(look('refused to assess in Leicester, letter dated 12 November 2026', 'dudley')).toContain(
      'Leicester',
    );
  });

  it('shows the numbers first when somebody may be in danger', () => {
    const answer = look('she says she wants to kill herself tonight, and they refused to assess', 'dudley');
    expect(answer).toContain('This may be urgent');
    expect(answer.indexOf('999')).toBeLessThan(answer.indexOf('Copy for the family'));
  });

  it('asks which is meant when it is not sure', () => {
    expect(look('it is all going wrong with everything', 'dudley')).toContain(
      'I am not sure what this is about',
    );
  });

  it('of council tax is somebody else’s', () => {
    expect(look('how do I pay my council tax')).not.toContain('Copy for the family');
  });
});

describe('the form', () => {
  const form = (more: Record<string, unknown>) => {
    const submit = Submit.parse({ verb: 'look-up', topic: 'needs-assessment-refused', ...more });
    if (submit.verb !== 'look-up') throw new Error('another verb');
    return said(lookUpForm(submit, deps));
  };

  it('counts the date it is given, as the kind that was chosen', () => {
    expect(form({ council: 'dudley', dateKind: 'decision', date: '2026-11-12' })).toContain(
      '12 January 2027',
    );
    expect(form({ council: 'dudley', dateKind: 'decision', date: '' })).not.toContain('12 January 2027');
  });

  it('keeps what was understood where it says nothing else', () => {
    const { situation } = waitingCase;
    const answer = form({ situation, council: 'dudley', dateKind: 'certificate', date: '2027-01-04' });
    expect(answer).toContain('Thursday 4 February 2027');
  });

  it.each(['none', 'atlantis', ''])('takes %j for no council', (council) => {
    expect(form({ council })).toContain('council not known');
  });
});

it('the copy for the family is word for word what a family gets', () => {
  const { situation } = waitingCase;
  if (situation === null) throw new Error('no situation');
  const copy = familyCopy(situation, deps);
  expect(copy).toEqual({ type: 'markdown', text: services.answer(services.pathway(situation)) });
});

describe('a date', () => {
  it.each(['the day before', '99 Smarch 2026', 'soon'])('that cannot be read is asked for: %j', (text) => {
    expect(said(deadlinesFromWords(text, deps))).toContain('I could not read a date');
  });

  it('is that of a decision letter unless it says otherwise', () => {
    expect(said(deadlinesFromWords('12 November 2026', deps))).toContain('12 January 2027');
    expect(said(deadlinesFromWords('draft plan 12 November 2026', deps))).toContain('Draft plan');
  });
});

describe('contacts', () => {
  it('are those of the council and role that were named', () => {
    expect(said(contactsFromWords('Leicester mediation', deps, 'dudley'))).toContain('Mediation · Leicester');
    expect(said(contactsFromWords('sen team', deps, 'dudley'))).toContain('SEN team · Dudley');
  });

  it('are asked for when no council is known', () => {
    expect(said(contactsFromWords('mediation', deps, null))).toContain('Which council');
  });
});

it('every command that help lists is heard', () => {
  for (const [name, { words }] of Object.entries(deps.words.commands)) {
    const after = ['switch', 'note', 'transfer', 'close'].includes(name) ? ': something' : '';
    for (const phrase of words)
      expect(hear(`${phrase}${after}`, deps.words, false)).toMatchObject({ command: name });
  }
});
