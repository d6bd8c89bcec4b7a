import { afterEach, beforeEach, expect, it } from 'vitest';
import { Email } from '../../src/handoff/outbox/email-item.ts';
import { stateKey } from '../../src/storage/state-key.ts';
import { startTalk, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await startTalk({ council: 'dudley', today: '2026-11-21' });
});
afterEach(() => talk.end());

async function say(...texts: string[]): Promise<string> {
  let last = '';
  for (const text of texts) last = (await talk.terminal.say({ text })).at(-1)?.text ?? '';
  return last;
}

async function mails() {
  const items = await talk.storage.transaction((tx) =>
    tx.takeFromOutbox(new Date('2030-01-01'), new Date('2026-01-01'), 10),
  );
  return items.map(({ payload }) => Email.parse(payload));
}

const memory = async () =>
  JSON.stringify(await talk.storage.read((tx) => tx.state(stateKey(talk.conversationId, 'memory'))));

it('mails the code, and not a word of the conversation before the code has come back', async () => {
  await say('they refused to assess him', 'send me a copy', 'mum@example.org');
  const [first, ...more] = await mails();
  expect(more).toEqual([]);
  expect(first).toMatchObject({ to: 'mum@example.org' });
  expect(first?.text).toContain('012345');
  expect(first?.text).not.toContain('refused');
});

it('keeps no address once the copy is on its way, nor after a quarter of an hour', async () => {
  await say('they refused to assess him', 'send me a copy', 'mum@example.org');
  expect((await memory()).match(/mum@/g)).toHaveLength(1);
  await say('012345');
  expect(await memory()).not.toContain('mum@');
  await say('send me a copy', 'dad@example.org');
  await talk.pass(16);
  await say('thank you');
  expect(await memory()).not.toContain('dad@');
});

it('is no way to send mails to others: three codes, five guesses, also after starting again', async () => {
  for (let n = 0; n < 3; n++) {
    await say('send me a copy', `neighbour${n}@example.org`);
    expect(await say('111111', '222222', '333333', '444444', '555555')).toContain('no longer works');
    expect(await say('012345')).not.toContain('on its way');
    await say('start again');
  }
  expect(await say('send me a copy', 'another@example.org')).toContain("can't send any more");
  expect(await mails()).toHaveLength(3);
});

it('holds nobody who turns to something else', async () => {
  await say('send me a copy');
  expect(await say('a person please')).toContain('SENDIASS');
});
