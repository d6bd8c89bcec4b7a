import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { projectRoot } from '../../src/shared/project-root.ts';
import { keepAdviser, strikeOff } from '../../src/staff/keep-adviser.ts';
import { loadStaffFile } from '../../src/staff/load-staff-file.ts';
import { StaffFile } from '../../src/staff/staff-file.ts';
import { councilsByName, nameForFamilies, teamsOf } from '../../src/staff/standing.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';

const TENANT = '10000000-0000-4000-8000-000000000001';
const ALEX = '10000000-0000-4000-8000-000000000020';
const NOW = new Date('2026-11-23T10:00:00Z');
const COUNCILS = new Set(['dudley', 'leicester']);
const alex = { tenant: TENANT, objectId: ALEX, name: 'Alex Wilber' };

const file = StaffFile.parse({
  councils: [
    { council: 'dudley', tenant: TENANT, people: [{ id: ALEX.toUpperCase() }] },
    { council: 'leicester', tenant: TENANT, team: '19:team' },
  ],
});

describe('the staff file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'signpost-staff-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const load = (text: string) => {
    const path = join(folder, 'staff.yaml');
    writeFileSync(path, text);
    return loadStaffFile(path, COUNCILS);
  };

  it.each([
    ['councils: []', ':1'],
    ['councils:\n  - council: dudley\n    tenant: here\n    people: [{ id: x }]', ':3 councils.0.tenant'],
    [`councils:\n  - council: dudley\n    tenant: ${TENANT}`, 'names nobody'],
    [`councils:\n  - council: atlantis\n    tenant: ${TENANT}\n    team: x`, ':2 councils.0.council'],
    [`others: everybody\ncouncils:\n  - council: dudley\n    tenant: ${TENANT}\n    team: x`, ':1 others'],
    [`councils:\n  - council: dudley\n    tenant: ${TENANT}\n    teams: x`, 'teams'],
    ['councils: [', ':1'],
  ])('%j is refused, and the place named', (text, place) => {
    expect(() => load(text)).toThrow(ConfigError);
    expect(() => load(text)).toThrow(place);
  });

  it('that is not there stops the start by its name', () => {
    expect(() => loadStaffFile(join(folder, 'nothing.yaml'), COUNCILS)).toThrow(/STAFF_FILE .*nothing\.yaml/);
  });

  it.each(['deploy/teams/staff.example.yaml', 'deploy/teams/playground/staff.yaml'])(
    '%s can be used',
    (path) => {
      expect(loadStaffFile(join(projectRoot, path), COUNCILS).councils).toHaveLength(1);
    },
  );

  it('cannot be used where nobody can tell who speaks', () => {
    for (const env of [
      { NODE_ENV: 'production', STAFF_FILE: 'x' },
      { HOST: '0.0.0.0', STAFF_FILE: 'x' },
      { PROXY_HOPS: '1', STAFF_FILE: 'x' },
    ])
      expect(() => readConfig(env)).toThrow('MicrosoftAppId must be set when STAFF_FILE is.');
    expect(readConfig({ STAFF_FILE: 'x' }).staffFile).toBe('x');
  });
});

describe('standing', () => {
  it('is by object id within the tenant, whatever the case of the letters', () => {
    expect(councilsByName(file, alex)).toEqual(['dudley']);
    expect(councilsByName(file, { ...alex, tenant: ALEX })).toEqual([]);
    expect(councilsByName(file, { ...alex, objectId: TENANT })).toEqual([]);
    expect(teamsOf(file, alex)).toEqual([{ council: 'leicester', team: '19:team' }]);
    expect(teamsOf(file, { ...alex, tenant: ALEX })).toEqual([]);
  });

  it.each([
    ['Alex Wilber', 'Alex'],
    ['WILBER, Alex (Dudley SEND)', 'Alex'],
    ['Alex', 'Alex'],
    ['', 'An adviser'],
    [' , ', 'An adviser'],
  ])('tells families of %j as %s', (name, told) => {
    expect(nameForFamilies(file, { ...alex, name })).toBe(told);
  });

  it('tells families the name that the file gives', () => {
    const named = StaffFile.parse({
      councils: [{ council: 'dudley', tenant: TENANT, people: [{ id: ALEX, name: 'The SEND desk' }] }],
    });
    expect(nameForFamilies(named, alex)).toBe('The SEND desk');
  });
});

describe('an account made from Teams', () => {
  let storage: Storage;
  beforeEach(async () => {
    storage = await openStorage('file::memory:');
  });
  afterEach(() => storage.close());
  const writes = (councils: string[]) =>
    storage.transaction((tx) => keepAdviser(tx, file, alex, councils, { now: NOW, newId: () => 'id-1' }));
  const row = () => storage.read((tx) => tx.adviser('id-1'));

  it('is one for each person, with the councils of the day', async () => {
    await writes(['dudley']);
    await writes(['dudley', 'leicester']);
    expect(await row()).toMatchObject({
      subject: `teams|${TENANT}|${ALEX}`,
      name: 'Alex',
      councils: ['dudley', 'leicester'],
      disabled: false,
      seenAt: NOW,
    });
    expect(await storage.read((tx) => tx.advisers(null))).toHaveLength(1);
  });

  it('keeps being on duty', async () => {
    const made = await writes(['dudley']);
    if (made === null) throw new Error('no account');
    await storage.transaction((tx) => tx.saveAdviser({ ...made, onDuty: true }));
    expect((await writes(['dudley']))?.onDuty).toBe(true);
  });

  it('is not made for somebody who is nobody’s staff', async () => {
    expect(await writes([])).toBeNull();
    expect(await row()).toBeNull();
  });

  it('loses its rights with the last council, and has them again when it is back', async () => {
    await writes(['dudley']);
    expect(await writes([])).toBeNull();
    expect(await row()).toMatchObject({ disabled: true, councils: [] });
    expect(await writes(['dudley'])).toMatchObject({ disabled: false });
  });

  it('stays shut when an operator shut it', async () => {
    const made = await writes(['dudley']);
    if (made === null) throw new Error('no account');
    await storage.transaction((tx) => tx.saveAdviser({ ...made, disabled: true }));
    expect(await writes(['dudley'])).toBeNull();
    expect(await row()).toMatchObject({ disabled: true });
  });

  it('loses at the start what the file no longer gives, and keeps what a team may still give', async () => {
    await writes(['dudley', 'leicester']);
    const without = StaffFile.parse({
      councils: [{ council: 'leicester', tenant: TENANT, team: '19:team' }],
    });
    await storage.transaction((tx) => strikeOff(tx, without));
    expect(await row()).toMatchObject({ disabled: false, councils: ['leicester'] });
    await storage.transaction((tx) => strikeOff(tx, null));
    expect(await row()).toMatchObject({ disabled: true, councils: [] });
  });

  it('of the console is none of its business', async () => {
    const made = await writes(['dudley']);
    if (made === null) throw new Error('no account');
    const other = { ...made, id: 'id-2', subject: 'https://login.example|42', login: null };
    await storage.transaction((tx) => tx.saveAdviser(other));
    await storage.transaction((tx) => strikeOff(tx, null));
    expect(await storage.read((tx) => tx.adviser('id-2'))).toMatchObject({ disabled: false });
  });
});
