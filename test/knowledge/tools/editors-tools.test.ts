import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { coverage, coverageTable } from '../../../src/knowledge/tools/coverage.ts';
import { newCouncil } from '../../../src/knowledge/tools/new-council.ts';
import { stale } from '../../../src/knowledge/tools/stale.ts';
import { memoryFolder, smallFiles, smallKnowledge } from '../small-knowledge.ts';

describe('a new council', () => {
  it.each([
    ['North Somerset Council', 'north-somerset'],
    ['The Royal Borough of Kingston upon Thames', 'kingston-upon-thames'],
    ['Redcar & Cleveland Borough Council', 'redcar-cleveland'],
    ["King's Lynn Council", 'kings-lynn'],
  ])('gets a folder named for it: %s', (name, slug) => {
    expect(newCouncil(name, '2026-11-21').slug).toBe(slug);
  });

  it('loads as it stands, with every contact waiting to be filled in', () => {
    const { slug, files } = newCouncil('Sandwell Council', '2026-11-21');
    const loaded = loadKnowledge('', memoryFolder(new Map([...smallFiles(), ...files])));
    expect(loaded.findings).toBeUndefined();
    expect(loaded.knowledge?.councils.get(slug)).toMatchObject({ place: 'Sandwell', contacts: {} });
    expect(files.get('councils/sandwell/council.yaml')).toContain('#  safeguarding:');
  });

  it('still loads when its first contact is filled in by taking the "#" away', () => {
    const { files } = newCouncil('Sandwell Council', '2026-11-21');
    const council = files.get('councils/sandwell/council.yaml') ?? '';
    const lines = council.replace('contacts: {}', 'contacts:').split('\n');
    const at = lines.indexOf('#  sendiass:');
    const filled = lines
      .map((line, index) => (index >= at && index < at + 9 ? line.replace('#', '') : line))
      .join('\n');
    const changed = new Map([...smallFiles(), ...files, ['councils/sandwell/council.yaml', filled] as const]);
    expect(
      loadKnowledge('', memoryFolder(changed)).knowledge?.councils.get('sandwell')?.contacts.sendiass,
    ).toHaveLength(1);
  });

  it('needs a name that a folder can have', () => {
    expect(() => newCouncil('The Council', '2026-11-21')).toThrow(
      'No folder name can be made of "The Council".',
    );
  });
});

describe('coverage', () => {
  it('counts pages by topic and council', () => {
    const table = coverage(smallKnowledge());
    expect(table.councils).toEqual(['dudley', 'leicester']);
    expect(table.rows.find(({ topic }) => topic === 'mediation')).toEqual({
      topic: 'mediation',
      national: 1,
      local: [1, 0],
    });
    expect(coverageTable(table)).toMatch(/^mediation +1 +1 +-$/m);
  });
});

describe('stale pages', () => {
  it('are those whose review day has gone, and no others', () => {
    expect(stale(smallKnowledge(), '2027-05-21')).toEqual([]);
    expect(stale(smallKnowledge(), '2027-05-22').map(({ file }) => file)).toEqual([
      'councils/dudley/mediation.md',
      'national/mediation.md',
      'national/sendiass.md',
    ]);
  });
});
