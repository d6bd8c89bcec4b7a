import { describe, expect, it } from 'vitest';
import { pageFor, pagesFor } from '../../../src/knowledge/merge/pages-for.ts';
import { page, smallKnowledge, source } from '../small-knowledge.ts';

describe('pages for a council', () => {
  it('fill up with the national ones', () => {
    expect([...pagesFor(smallKnowledge(), 'dudley').keys()]).toEqual(['mediation', 'sendiass']);
    expect([...pagesFor(smallKnowledge(), null).keys()]).toEqual(['mediation', 'sendiass']);
  });

  it('put the local words and sources first', () => {
    const merged = pageFor(smallKnowledge(), 'dudley', 'mediation');
    expect(merged?.body).toBe(
      'In Dudley, ring the provider.\n\n{{contact:mediation}}\n\nMediation is voluntary. You may say no to it.',
    );
    expect(merged?.sources.map(({ name }) => name)).toEqual(['Dudley mediation', 'Source of mediation']);
  });

  it('are as fresh as their older half', () => {
    const older = page('mediation', 'In Dudley, ring the provider.', {
      reviewed: '2026-01-05',
      reviewBy: '2026-07-05',
    });
    const merged = pageFor(smallKnowledge({ 'councils/dudley/mediation.md': older }), 'dudley', 'mediation');
    expect(merged).toMatchObject({ reviewed: '2026-01-05', reviewBy: '2026-07-05' });
  });

  it('replace the national page where they say so', () => {
    const own = page('mediation', 'Only this is true in Dudley.', { refines: 'replace' });
    expect(
      pageFor(smallKnowledge({ 'councils/dudley/mediation.md': own }), 'dudley', 'mediation')?.body,
    ).toBe('Only this is true in Dudley.');
  });

  it('cite an address once, with the older reading', () => {
    const old = { ...source('Source of mediation'), read: '2026-02-01' };
    const own = page('mediation', 'In Dudley, ring the provider.', { sources: [old] });
    expect(
      pageFor(smallKnowledge({ 'councils/dudley/mediation.md': own }), 'dudley', 'mediation')?.sources,
    ).toEqual([old]);
  });

  it('are the same for every other council', () => {
    const knowledge = smallKnowledge();
    expect(pageFor(knowledge, 'leicester', 'mediation')).toBe(knowledge.national.get('mediation'));
    expect(pageFor(knowledge, 'leicester', 'nothing')).toBeNull();
  });
});
