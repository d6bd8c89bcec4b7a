/** Another engagement hub behind the family's own channel: the whole way, on the real service. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Service, startService } from '../../browser/support/service.ts';
import { postJson } from '../../support/direct-line-client.ts';
import { type Connector, startConnector } from './support/connector.ts';

let connector: Connector;
let service: Service;
let sent = 0;

beforeEach(async () => {
  connector = await startConnector();
  service = await startService({ begins: '2026-11-23T10:00:00Z', env: { HANDOFF_HUB: 'channel' } });
});
afterEach(async () => {
  await service.stop();
  await connector.kill();
});

async function arrives(activity: object): Promise<void> {
  const answered = await postJson(`${service.url}/api/messages`, {
    id: `activity-${++sent}`,
    channelId: 'omnichannel',
    serviceUrl: connector.url,
    conversation: { id: 'conversation-of-the-channel' },
    from: { id: 'family' },
    recipient: { id: 'signpost' },
    ...activity,
  });
  expect(answered.status).toBe(200);
}
const says = (text: string) => arrives({ type: 'message', text });
const reports = (state: string) =>
  arrives({ type: 'event', name: 'handoff.status', from: { id: 'hub', name: 'Alex' }, value: { state } });
const all = () => connector.taken.map(({ activity }) => activity);
const texts = () => all().flatMap(({ type, text }) => (type === 'message' ? [String(text ?? '')] : []));
const comes = (part: string) => expect.poll(() => texts().some((text) => text.includes(part))).toBe(true);

it('takes the case by events, the bot keeps silent meanwhile, and is there again afterwards', async () => {
  await says('the council refused to assess my son, the letter is dated 12 November 2026');
  await says('my council is Dudley');
  await says('a person please');
  await comes('May the adviser see what you wrote here');
  await says('Yes, share it');
  await comes('You are in the queue');
  const initiated = () => all().find(({ name }) => name === 'handoff.initiate');
  await expect.poll(initiated).toMatchObject({
    value: { schema: 'signpost.handoff/1', council: 'dudley', triage: { topic: 'needs-assessment-refused' } },
  });
  expect(JSON.stringify(initiated()?.attachments)).toContain('refused to assess my son');

  await reports('accepted');
  await comes('Alex');
  const before = texts().length;
  await says('it is about the letter');
  expect(texts()).toHaveLength(before);

  await reports('completed');
  await expect.poll(() => texts().length).toBeGreaterThan(before);
  await says('what is mediation');
  await comes('ediation');
});

it('that cannot take the case leaves the family with the bot, told so', async () => {
  await says('a person please');
  await says('dudley');
  await comes('You are in the queue');
  await reports('failed');
  await comes('SENDIASS');
  const [row] = await service.storage.read((tx) =>
    tx.cases({ councils: ['dudley'], order: 'latest', limit: 1 }),
  );
  expect(row?.state).toBe('abandoned');
});
