import { beforeEach, describe, expect, it } from 'vitest';
import { createConverse } from '../../src/channels/converse.ts';
import { keyedLock } from '../../src/channels/keyed-lock.ts';
import type { Converse, Utterance } from '../../src/handoff/converse.ts';
import { createFeed, type Feed } from '../../src/handoff/feed.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { type ConversationRow, type Storage, VersionConflict } from '../../src/storage/storage.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const says = (text: string, clientId: string | null = null): Utterance => ({
  type: 'message',
  name: 'Sam',
  text,
  clientId,
});
const joined: Utterance = {
  type: 'notice',
  text: 'Sam is here now.',
  buttons: [],
  status: { state: 'accepted', name: 'Sam' },
};

describe('speaking in a conversation', () => {
  let storage: Storage;
  let feed: Feed;
  let converse: Converse;

  const conversation = (channel: ConversationRow['channel']): ConversationRow => ({
    id: 'c',
    channel,
    council: 'dudley',
    userId: 'u',
    createdAt: NOW,
    started: true,
    ended: false,
  });
  const begin = (channel: ConversationRow['channel']) =>
    storage.transaction((tx) => tx.createConversation(conversation(channel)));
  const history = async () =>
    (await storage.read((tx) => tx.activitiesAfter('c', 0, 100))).map(({ activity }) => activity);
  const waiting = () =>
    storage.transaction((tx) => tx.takeFromOutbox(NOW, new Date(NOW.getTime() + 1_000), 10));

  beforeEach(async () => {
    storage = await openStorage('file::memory:');
    feed = createFeed();
    converse = createConverse({ storage, clock: { now: () => NOW }, lock: keyedLock(), feed });
    return () => storage.close();
  });

  it('that does not exist is refused', async () => {
    const nobody = converse('c', async () => ({ say: [says('Hello')], result: null }));
    await expect(nobody).rejects.toMatchObject({ code: 'ConversationNotFound' });
  });

  it('keeps nothing and tells nobody when the work fails', async () => {
    await begin('directline');
    const heard: unknown[] = [];
    feed.listen((hint) => heard.push(hint));
    const failing = converse('c', async (tx) => {
      await tx.saveState('case', 1, 0);
      throw new VersionConflict();
    });
    await expect(failing).rejects.toThrow(VersionConflict);
    expect(await storage.read((tx) => tx.state('case'))).toBeNull();
    expect([await history(), heard]).toEqual([[], []]);
  });

  it('keeps the same command’s words once, however often it comes', async () => {
    await begin('directline');
    const once = () => converse('c', async () => ({ say: [says('Hello', 'command-1')], result: null }));
    await once();
    await expect(once()).rejects.toThrow(VersionConflict);
    expect(await history()).toHaveLength(1);
  });

  it('says who is there as an event, and as words for clients that show no events', async () => {
    await begin('directline');
    await converse('c', async () => ({ say: [joined, says('Hello')], result: null }));
    expect(await history()).toMatchObject([
      { type: 'event', name: 'handoff.status', value: { state: 'accepted' }, from: { name: 'Sam' } },
      { type: 'message', text: 'Sam is here now.', entities: [{ type: 'signpost/repeats-status' }] },
      { type: 'message', text: 'Hello', from: { id: 'adviser', name: 'Sam' } },
    ]);
  });

  it('tells a family nothing about an adviser but the name', async () => {
    await begin('directline');
    await converse('c', async () => ({ say: [says('Hello', 'command-1')], result: null }));
    expect(JSON.stringify(await history())).not.toMatch(/dl_|sam@/);
  });

  it('puts what it says into the outbox for a channel of the Bot Framework, in the same order', async () => {
    await begin('bot-framework');
    await converse('c', async () => ({ say: [joined, says('Hello')], result: null }));
    expect(await waiting()).toMatchObject([
      { kind: 'activity', conversationId: 'c', payload: { to: 'c', activity: { text: 'Sam is here now.' } } },
    ]);
  });

  it('lets work of one conversation wait for work of the same, and of no other', async () => {
    await begin('directline');
    await storage.transaction((tx) => tx.createConversation({ ...conversation('directline'), id: 'd' }));
    const order: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    feed.listen((hint) => {
      if (hint.type === 'said') order.push(hint.conversationId);
    });
    const lock = keyedLock();
    const speak = createConverse({ storage, clock: { now: () => NOW }, lock, feed });
    const first = lock('c', () => held);
    const second = speak('c', async () => ({ say: [says('Second')], result: null }));
    await speak('d', async () => ({ say: [says('Other')], result: null }));
    release();
    await Promise.all([first, second]);
    expect(order).toEqual(['d', 'c']);
  });
});
