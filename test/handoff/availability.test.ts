import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { availabilityOf } from '../../src/handoff/availability.ts';
import { newAdviser } from '../../src/handoff/new-adviser.ts';
import type { AdviserRow } from '../../src/storage/contract/advisers.ts';
import type { CaseRow } from '../../src/storage/contract/cases.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { smallKnowledge } from '../knowledge/small-knowledge.ts';

const knowledge = smallKnowledge();
const monday = new Date('2026-11-23T10:00:00Z');
const minutesBefore = (minutes: number) => new Date(monday.getTime() - minutes * 60_000);

const adviser = (id: string, more: Partial<AdviserRow> = {}): AdviserRow => ({
  ...newAdviser(id, monday),
  name: id,
  login: `${id}@example.org`,
  councils: ['dudley'],
  seenAt: monday,
  ...more,
});

const waiting = (id: string, since: Date, waitedSeconds: number | null = null): CaseRow => ({
  id,
  ref: `ABCDE${id}`,
  conversationId: `of ${id}`,
  council: 'dudley',
  state: waitedSeconds === null ? 'waiting' : 'closed',
  open: waitedSeconds === null,
  red: false,
  adviserId: null,
  openedAt: since,
  since,
  dueAt: null,
  waitedSeconds,
  body: {},
  version: 0,
});

describe('whether an adviser can be had', () => {
  let storage: Storage;
  beforeEach(async () => {
    storage = await openStorage('file::memory:');
  });
  afterEach(() => storage.close());

  const keep = (advisers: AdviserRow[], cases: CaseRow[] = []) =>
    storage.transaction(async (tx) => {
      for (const row of advisers) {
        await tx.saveAdviser(row);
        if (row.seenAt !== null) await tx.markSeen(row.id, row.seenAt);
      }
      for (const row of cases) {
        await tx.createConversation({
          id: row.conversationId,
          channel: 'page',
          council: row.council,
          userId: 'somebody',
          createdAt: row.openedAt,
          started: true,
          ended: false,
        });
        await tx.insertCase(row);
      }
    });
  const found = (now = monday, since: Date = now) =>
    storage.read((tx) => availabilityOf(tx, knowledge, 'dudley', now, { since, red: false }));

  it('is no where nobody has an account, a disabled one, or one for another council', async () => {
    expect(await found()).toEqual({ state: 'none' });
    await keep([adviser('sam', { disabled: true }), adviser('priya', { councils: ['leicester'] })]);
    expect(await found()).toEqual({ state: 'none' });
  });

  it('is not now outside the hours, and when they are back is said', async () => {
    await keep([adviser('sam')]);
    expect(await found(new Date('2026-11-21T10:00:00Z'))).toEqual({
      state: 'closed',
      backAt: new Date('2026-11-23T09:00:00Z'),
    });
  });

  it('counts who is there: not the one on a break, nor the one whose screen has gone to sleep', async () => {
    await keep([
      adviser('sam'),
      adviser('priya', { onDuty: false }),
      adviser('lee', { seenAt: minutesBefore(10) }),
      adviser('ann', { seenAt: null }),
    ]);
    expect(await found()).toMatchObject({ state: 'open', atWork: 1 });
  });

  it('takes an adviser in Teams at their word, as no screen of theirs can be seen', async () => {
    await keep([adviser('sam', { subject: 'teams|tenant|object', login: null, seenAt: null })]);
    expect(await found()).toMatchObject({ state: 'open', atWork: 1 });
  });

  it('says how many are before a new family, and before one that waits already', async () => {
    await keep([adviser('sam')], [waiting('2', minutesBefore(9)), waiting('3', minutesBefore(5))]);
    expect(await found()).toMatchObject({ ahead: 2 });
    expect(await found(monday, minutesBefore(5))).toMatchObject({ ahead: 1 });
  });

  it('names a usual wait only after a few families have waited', async () => {
    const waits = [30, 600, 90, 240];
    await keep(
      [adviser('sam')],
      waits.map((seconds, i) => waiting(String(i + 2), minutesBefore(60 + i), seconds)),
    );
    expect(await found()).toMatchObject({ usualMinutes: null });
    await keep([], [waiting('9', minutesBefore(50), 120)]);
    expect(await found()).toMatchObject({ usualMinutes: 2 });
  });
});
