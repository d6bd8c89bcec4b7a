import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChannelActivity } from '../../../src/channels/bot-framework/channel-activity.ts';
import { identityOf, scopeOf } from '../../../src/channels/bot-framework/staff/identity.ts';
import { incomingOf } from '../../../src/channels/bot-framework/staff/incoming.ts';
import { createRoster } from '../../../src/channels/bot-framework/staff/roster.ts';

const TENANT = '10000000-0000-4000-8000-000000000001';
const OTHER = '20000000-0000-4000-8000-000000000002';
const ALEX = '10000000-0000-4000-8000-000000000020';

const activity = (more: Record<string, unknown> = {}) =>
  ChannelActivity.parse({
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/uk/',
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
    from: { id: '29:1', name: 'Alex Wilber', aadObjectId: ALEX },
    recipient: { id: '28:bot' },
    channelData: { tenant: { id: TENANT } },
    ...more,
  });

describe('an identity', () => {
  it('is read from what Teams signs', () => {
    expect(identityOf(activity())).toEqual({ tenant: TENANT, objectId: ALEX, name: 'Alex Wilber' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['another channel', { channelId: 'directline' }],
    ['two tenants that differ', { channelData: { tenant: { id: OTHER } } }],
    ['no object id', { from: { id: '29:1', name: ALEX } }],
    ['an object id that is none', { from: { id: '29:1', aadObjectId: 'alex' } }],
    ['no tenant', { conversation: { id: 'a:1' }, channelData: {} }],
    ['a tenant that is none', { conversation: { id: 'a:1', tenantId: '*' }, channelData: {} }],
  ])('is none with %s', (_, more) => {
    expect(identityOf(activity(more))).toBeNull();
  });

  it('is never taken from text, a card or entities', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (value, text) => {
        const forged = activity({ value, text, entities: [value], from: { id: '29:x', name: text } });
        expect(identityOf(forged)).toBeNull();
      }),
    );
  });
});

it('a scope is personal only where Teams says so', () => {
  expect(scopeOf(activity())).toBe('personal');
  for (const conversationType of ['channel', 'groupChat', undefined, null, 'Personal'])
    expect(scopeOf(activity({ conversation: { id: 'x', conversationType } }))).toBe('channel');
});

describe('what staff send', () => {
  it('is one of a few things, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), fc.option(fc.string()), fc.string(), (value, text, type) => {
        const sent = incomingOf(activity({ value, text, type: type === '' ? 'x' : type }));
        expect(['words', 'submit', 'edited', 'no-words', 'added', 'removed', 'nothing']).toContain(sent.type);
      }),
    );
  });

  it('loses the mention and the few characters that Teams writes as HTML', () => {
    const entities = [{ type: 'mention', text: '<at>Signpost</at>', mentioned: { id: '28:bot' } }];
    const text = '<at>Signpost</at>&nbsp;Smith &amp; Sons &lt;3';
    expect(incomingOf(activity({ text, entities }))).toEqual({ type: 'words', text: 'Smith & Sons <3' });
  });

  it('is a button when it has a value, and none that is not ours', () => {
    expect(incomingOf(activity({ value: { verb: 'queue' } }))).toEqual({
      type: 'submit',
      submit: { verb: 'queue' },
    });
    expect(incomingOf(activity({ value: { verb: 'drop' } }))).toEqual({ type: 'submit', submit: null });
  });
});

describe('the roster', () => {
  it('is asked once in five minutes, and again after an error', async () => {
    let now = 0;
    let asked = 0;
    const answers: (boolean | Error)[] = [new Error('502'), true, false];
    const roster = createRoster({ now: () => new Date(now) });
    const isMember = () =>
      roster.isMember('team', 'user', async () => {
        const answer = answers[asked++];
        if (typeof answer !== 'boolean') throw answer;
        return answer;
      });
    expect(await isMember()).toBeNull();
    expect(await isMember()).toBe(true);
    expect(await isMember()).toBe(true);
    expect(asked).toBe(2);
    now += 5 * 60_000;
    expect(await isMember()).toBe(false);
  });
});
