/** A case that this release cannot read, wholly or in part, holds up nobody else's. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Situation } from '../../src/pathways/schema.ts';
import type { Queue } from '../../src/web/console/api.ts';
import { type ConsoleService, startConsole } from '../web/support/console.ts';

let service: ConsoleService;
beforeEach(async () => {
  service = await startConsole();
});
afterEach(() => service.stop());

const events = async (caseId: string) =>
  (await service.storage.read((tx) => tx.caseEvents(caseId))).map(
    ({ body }) => (body as { type: string }).type,
  );

it('is in the queue without its topic when that was of an earlier release, and the others are there too', async () => {
  const topic: string = 'of-an-earlier-release';
  const situation = {
    kind: 'concern',
    counterparty: [],
    topic,
    stage: 'none',
    council: null,
    dates: {},
    cues: {},
  };
  const old = await service.family('dudley', { situation: situation as unknown as Situation });
  const other = await service.family('dudley');
  const cookie = await service.signIn(await service.adviser('Sam'));
  const answered = await service.get('/console/api/queue', cookie);
  expect(answered.status).toBe(200);
  const { waiting } = (await answered.json()) as Queue;
  expect(waiting.map(({ id }) => id).sort()).toEqual([old, other].sort());
  expect(waiting.find(({ id }) => id === old)).toMatchObject({ topic: null, deadline: null });
});

it('leaves the clock to act on the others, and is logged', async () => {
  const damaged = await service.family('dudley');
  await service.storage.transaction(async (tx) => {
    const row = await tx.caseById(damaged);
    if (row !== null) await tx.saveCase({ ...row, body: {} });
  });
  const other = await service.family('dudley');
  service.later(60);
  await service.desk.tick();
  expect(await events(other)).toEqual(['opened', 'warned']);
  expect(service.log.filter((line) => line.includes(damaged))).toHaveLength(1);
});
