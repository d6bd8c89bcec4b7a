/** A council's Teams: people who write to the bot from its chats and channels, as Teams would post it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Service, startService } from '../../../browser/support/service.ts';
import { Family } from '../../../support/direct-line-client.ts';
import { type Connector, type Received, startConnector, wordsOf } from './connector.ts';

export const TENANT = '10000000-0000-4000-8000-000000000001';
export const ALEX = '10000000-0000-4000-8000-000000000020';
export const MEGAN = '10000000-0000-4000-8000-000000000021';
export const STRANGER = '10000000-0000-4000-8000-000000000099';
export const CHANNEL = '19:cases@thread.tacv2';

export interface Teams {
  readonly service: Service;
  readonly connector: Connector;
  /** Posts one activity. @returns the HTTP status */
  post(activity: Readonly<Record<string, unknown>>): Promise<number>;
  /** What somebody writes to the bot alone. */
  writes(objectId: string, text: string, more?: Readonly<Record<string, unknown>>): Promise<number>;
  /** What somebody writes to the bot in the channel. */
  writesInChannel(objectId: string, text: string, more?: Readonly<Record<string, unknown>>): Promise<number>;
  presses(objectId: string, value: unknown): Promise<number>;
  pressesInChannel(objectId: string, value: unknown): Promise<number>;
  /** Waits until the connector has taken something for this place that says so. */
  sees(where: string, words: string): Promise<Received>;
  stop(): Promise<void>;
}

export const chatOf = (objectId: string) => `a:${objectId}`;

const STAFF = `
others: family
councils:
  - council: dudley
    tenant: ${TENANT}
    people:
      - id: ${ALEX}
      - id: ${MEGAN}
`;

export async function startTeams(staff = STAFF): Promise<Teams> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-teams-'));
  const file = join(folder, 'staff.yaml');
  await writeFile(file, staff);
  const connector = await startConnector();
  // Monday 23 November 2026, ten in the morning.
  const service = await startService({ begins: '2026-11-23T10:00:00Z', env: { STAFF_FILE: file } });
  let count = 0;
  const common = (objectId: string, more: Readonly<Record<string, unknown>>) => {
    count += 1;
    return {
      type: 'message',
      id: `activity-${count}`,
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: `29:${objectId}`, name: 'Alex Wilber', aadObjectId: objectId },
      recipient: { id: '28:signpost', name: 'Signpost' },
      channelData: { tenant: { id: TENANT } },
      ...more,
    };
  };
  const alone = (objectId: string, more: Readonly<Record<string, unknown>>) =>
    common(objectId, {
      conversation: { conversationType: 'personal', tenantId: TENANT, id: chatOf(objectId) },
      ...more,
    });
  const inChannel = (objectId: string, more: Readonly<Record<string, unknown>>) =>
    common(objectId, {
      conversation: {
        conversationType: 'channel',
        isGroup: true,
        tenantId: TENANT,
        id: `${CHANNEL};messageid=1700000000000`,
      },
      ...more,
    });
  const mention = { type: 'mention', text: '<at>Signpost</at>', mentioned: { id: '28:signpost' } };
  const teams: Teams = {
    service,
    connector,
    async post(activity) {
      const response = await fetch(`${service.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
      await response.body?.cancel();
      return response.status;
    },
    writes: (objectId, text, more = {}) => teams.post(alone(objectId, { text, ...more })),
    writesInChannel: (objectId, text, more = {}) =>
      teams.post(
        inChannel(objectId, { text: `<at>Signpost</at>&nbsp;${text}`, entities: [mention], ...more }),
      ),
    presses: (objectId, value) => teams.post(alone(objectId, { value })),
    pressesInChannel: (objectId, value) => teams.post(inChannel(objectId, { value })),
    async sees(where, words) {
      return until(`${where} to show "${words}"`, () =>
        connector.taken.findLast((one) => one.path.includes(where) && wordsOf(one).includes(words)),
      );
    },
    async stop() {
      await service.stop();
      await connector.kill();
      await rm(folder, { recursive: true });
    },
  };
  return teams;
}

/** A family in the widget that has shared what it wrote, and waits for an adviser. */
export async function familyAsks({
  service,
}: Teams): Promise<{ family: Family; caseId: string; ref: string }> {
  const family = await Family.arrives(service.url, 'dudley');
  await family.says(SECRET);
  await family.says('Can I talk to a person please?');
  await family.says('Yes, share it');
  const [row] = await service.storage.read((tx) => tx.casesOf(family.conversationId));
  if (row === undefined) throw new Error('the family is in no queue');
  return { family, caseId: row.id, ref: row.ref };
}

/** Words of a family that no channel may show. */
export const SECRET = "they've refused to assess my son Zebedee, the letter is dated 12 November 2026";

/** Longer than the longest pause that the outbox makes in these tests. */
const PATIENCE_MS = 25_000;

/** Looks again and again until there is something. @throws saying what never came */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const over = AbortSignal.timeout(PATIENCE_MS);
  while (!over.aborted) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resume) => setTimeout(resume, 20));
  }
  throw new Error(`waited in vain for ${what}`);
}
