import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from './support/connector.ts';
import {
  ALEX,
  CHANNEL,
  chatOf,
  familyAsks,
  MEGAN,
  SECRET,
  STRANGER,
  startTeams,
  TENANT,
  type Teams,
  until,
} from './support/teams.ts';

let teams: Teams;
beforeEach(async () => {
  teams = await startTeams();
});
afterEach(() => teams.stop());

const everything = () => teams.connector.taken.map(wordsOf).join('\n');
const state = async (caseId: string) =>
  (await teams.service.storage.read((tx) => tx.caseById(caseId)))?.state;
const familySees = async (family: { sees(): Promise<readonly { text?: string }[]> }, words: string) => {
  await until(`the family to see "${words}"`, async () =>
    (await family.sees()).find(({ text }) => text?.includes(words)),
  );
};

describe('who is staff', () => {
  it('answers a member of staff with the law, and somebody else as a family', async () => {
    await teams.writes(ALEX, SECRET);
    expect(wordsOf(await teams.sees(chatOf(ALEX), '12 January 2027'))).toContain('SI 2008/2699');
    await teams.writes(STRANGER, SECRET);
    const answer = await teams.sees(chatOf(STRANGER), '12 January 2027');
    expect(wordsOf(answer)).not.toContain('AdaptiveCard');
  });

  it.each([
    ['another tenant', { channelData: { tenant: { id: '20000000-0000-4000-8000-000000000001' } } }],
    ['an object id in the text', { from: { id: '29:x', name: ALEX }, text: `help ${ALEX}` }],
    ['no tenant at all', { channelData: {}, conversation: { conversationType: 'personal', id: 'a:x' } }],
  ])('takes nobody for staff who has %s', async (_, more) => {
    await teams.writes(ALEX, 'queue', more);
    await teams.sees('a:', '');
    expect(everything()).not.toContain('Families who wait');
    expect(await teams.service.storage.read((tx) => tx.advisers(null))).toEqual([]);
  });

  it('takes nobody for staff on a channel where the client says who they are', async () => {
    await teams.writes(ALEX, 'queue', { channelId: 'webchat' });
    await teams.sees(chatOf(ALEX), '');
    expect(everything()).not.toContain('Families who wait');
  });

  it('answers nobody else in a channel, where others read along', async () => {
    expect(await teams.writesInChannel(STRANGER, SECRET)).toBe(200);
    await teams.writesInChannel(ALEX, 'help');
    await teams.sees(CHANNEL, 'Signpost for staff');
    expect(everything()).not.toContain('12 January 2027');
  });

  it('answers others nothing where the file says so', async () => {
    await teams.stop();
    teams = await startTeams(`
others: nothing
councils:
  - { council: dudley, tenant: ${TENANT}, people: [{ id: ${ALEX} }] }
`);
    expect(await teams.writes(STRANGER, 'hello')).toBe(200);
    await teams.writes(ALEX, 'help');
    await teams.sees(chatOf(ALEX), 'Signpost for staff');
    expect(teams.connector.taken.filter(({ path }) => path.includes(STRANGER))).toEqual([]);
  });

  it('asks Teams who is in the team, and lets nobody in when Teams does not say', async () => {
    await teams.stop();
    teams = await startTeams(`
others: family
councils:
  - { council: dudley, tenant: ${TENANT}, team: "19:team@thread.tacv2" }
`);
    const { connector } = teams;
    connector.members.set(`19:team@thread.tacv2/29:${ALEX}`, ALEX);
    connector.members.set(`19:team@thread.tacv2/29:${STRANGER}`, ALEX);
    await teams.writes(ALEX, 'queue');
    await teams.sees(chatOf(ALEX), 'Families who wait');
    // The roster names another person under this id.
    await teams.writes(STRANGER, 'queue');
    await teams.sees(chatOf(STRANGER), '');
    for (let i = 0; i < 4; i++) connector.faults.push({ status: 500 });
    await teams.writes(MEGAN, 'queue');
    await teams.sees(chatOf(MEGAN), '');
    const queues = teams.connector.taken.filter((one) => wordsOf(one).includes('Families who wait'));
    expect(queues.map(({ path }) => path.includes(ALEX))).toEqual([true]);
  });
});

it('a moment in which Teams does not say who is in a team takes no adviser’s account', async () => {
  await teams.stop();
  teams = await startTeams(`
councils:
  - { council: dudley, tenant: ${TENANT}, team: "19:team@thread.tacv2" }
`);
  const { connector, service } = teams;
  connector.members.set(`19:team@thread.tacv2/29:${ALEX}`, ALEX);
  await teams.writes(ALEX, 'queue');
  await teams.sees(chatOf(ALEX), 'Families who wait');
  // Longer than the answer is remembered.
  service.later(6);
  for (let i = 0; i < 4; i++) connector.faults.push({ status: 500 });
  await teams.writes(ALEX, 'these words are for a family');
  await teams.sees(chatOf(ALEX), 'That did not work');
  const [row] = await service.storage.read((tx) => tx.advisers('dudley'));
  expect(row?.disabled).toBe(false);
  await teams.writes(ALEX, 'queue');
  connector.members.clear();
  service.later(6);
  await teams.writes(ALEX, 'queue');
  expect(await service.storage.read((tx) => tx.advisers('dudley'))).toEqual([]);
}, 60_000);

describe('what staff ask', () => {
  it('is answered once when it comes twice', async () => {
    await teams.writes(ALEX, 'help', { id: 'same' });
    await teams.writes(ALEX, 'help', { id: 'same' });
    await teams.writes(ALEX, 'contacts dudley mediation');
    await teams.sees(chatOf(ALEX), 'Mediation');
    const helps = teams.connector.taken.filter((one) => wordsOf(one).includes('Signpost for staff'));
    expect(helps).toHaveLength(1);
  });

  it.each([
    { verb: 'rm -rf' },
    { verb: 'look-up', topic: 'nonsense' },
    'a text',
    { verb: 'reply', case: 'x', reply: '' },
  ])('from a button that says %j is answered kindly', async (value) => {
    expect(await teams.presses(ALEX, value)).toBe(200);
    await teams.sees(chatOf(ALEX), 'I could not read what this button sent');
  });

  it('in a form leads to the same card as in words', async () => {
    await teams.presses(ALEX, {
      verb: 'look-up',
      council: 'dudley',
      topic: 'needs-assessment-refused',
      kind: '',
      counterparty: '',
      dateKind: 'decision',
      date: '2026-11-12',
    });
    const card = wordsOf(await teams.sees(chatOf(ALEX), '12 January 2027'));
    expect(card).toContain('Two months from the date on your letter');
  });

  it('as a date is counted with the law', async () => {
    await teams.writes(ALEX, 'deadlines 12 November 2026');
    const card = wordsOf(await teams.sees(chatOf(ALEX), '12 January 2027'));
    expect(card).toContain('SI 2008/2699 r.20(1)(c)');
  });

  it('in a channel is answered in its thread, without the mention', async () => {
    await teams.writesInChannel(ALEX, 'deadlines 12 November 2026');
    const answer = await teams.sees(`${CHANNEL};messageid=1700000000000`, '12 January 2027');
    expect(answer.method).toBe('POST');
  });

  it('about their own cases is not answered where others read along', async () => {
    await teams.writesInChannel(ALEX, 'my cases');
    await teams.sees(CHANNEL, 'Please write that to me in our own chat');
  });
});

describe('a case', () => {
  const ready = async () => {
    await teams.writes(ALEX, 'on duty');
    await teams.writesInChannel(ALEX, 'post cases here');
    await teams.sees(CHANNEL, 'New cases of Dudley will be shown here');
    const asked = await familyAsks(teams);
    await teams.sees(CHANNEL, asked.ref);
    return asked;
  };

  it('shows the channel no word of the family, before it is taken and after', async () => {
    const { caseId } = await ready();
    await teams.pressesInChannel(ALEX, { verb: 'accept', case: caseId });
    await teams.sees(CHANNEL, 'Alex has taken this case');
    await teams.sees(chatOf(ALEX), 'Zebedee');
    const shown = teams.connector.taken.filter(({ path }) => path.includes(CHANNEL)).map(wordsOf);
    expect(shown.join()).not.toContain('Zebedee');
  });

  it('changes its card in the channel in place', async () => {
    const { caseId } = await ready();
    await teams.pressesInChannel(ALEX, { verb: 'accept', case: caseId });
    const change = await teams.sees(CHANNEL, 'Alex has taken this case');
    expect(change.method).toBe('PUT');
  });

  it('goes from the channel to the adviser alone, both ways, and to its end', async () => {
    const { family, caseId } = await ready();
    await teams.pressesInChannel(ALEX, { verb: 'accept', case: caseId });
    await teams.sees(chatOf(ALEX), 'What you write here now goes to the family');
    await teams.writes(ALEX, 'Hello, I have your letter.');
    await familySees(family, 'Alex has joined');
    await familySees(family, 'Hello, I have your letter.');
    await family.says('He <b>cries</b> **every** morning');
    await teams.sees(chatOf(ALEX), 'He <b>cries</b> **every** morning');
    await teams.writes(ALEX, 'note: mother is worn out');
    await teams.sees(chatOf(ALEX), 'The note is kept');
    await teams.presses(ALEX, { verb: 'close', case: caseId, outcome: 'advice-given' });
    await teams.sees(CHANNEL, 'This case is closed');
    expect(await state(caseId)).toBe('closed');
    const said = (await family.sees()).map(({ text }) => text).join();
    expect(said).not.toContain('worn out');
  });

  it('is told to one adviser when another was quicker, and given to nobody who may not have it', async () => {
    const { caseId } = await ready();
    await teams.writes(MEGAN, 'help');
    await teams.presses(MEGAN, { verb: 'accept', case: caseId });
    await teams.sees(chatOf(MEGAN), 'Zebedee');
    await teams.pressesInChannel(ALEX, { verb: 'accept', case: caseId });
    await teams.sees(CHANNEL, 'has taken this case already');
    await teams.presses(ALEX, { verb: 'reply', case: caseId, reply: 'mine' });
    await teams.sees(chatOf(ALEX), 'This case is not yours now');
    await teams.pressesInChannel(STRANGER, { verb: 'accept', case: caseId });
    await teams.presses(STRANGER, { verb: 'pick', case: caseId });
    await teams.sees(chatOf(STRANGER), '');
    const others = teams.connector.taken.filter(({ path }) => !path.includes(chatOf(MEGAN)));
    expect(others.map(wordsOf).join()).not.toContain('Zebedee');
  });

  it('of another council does not exist for them', async () => {
    await teams.stop();
    teams = await startTeams(`
councils:
  - { council: dudley, tenant: ${TENANT}, people: [{ id: ${ALEX} }] }
  - { council: leicester, tenant: ${TENANT}, people: [{ id: ${MEGAN} }] }
`);
    const { caseId } = await ready();
    await teams.writes(MEGAN, 'queue');
    await teams.sees(chatOf(MEGAN), 'Nobody is waiting');
    await teams.presses(MEGAN, { verb: 'accept', case: caseId });
    await teams.sees(chatOf(MEGAN), 'There is no such case, or you may not see it');
    expect(await state(caseId)).toBe('waiting');
  });

  it('stays in the queue when Teams lets us write to nobody', async () => {
    await teams.writes(MEGAN, 'on duty');
    teams.connector.personalChat = null;
    await teams.writesInChannel(ALEX, 'post cases here');
    const { caseId, ref } = await familyAsks(teams);
    await teams.sees(CHANNEL, ref);
    await teams.pressesInChannel(ALEX, { verb: 'accept', case: caseId });
    await teams.sees(CHANNEL, 'I cannot write to you yet');
    expect(await state(caseId)).toBe('waiting');
  });

  it('opens the adviser’s own chat when there is none yet', async () => {
    await teams.writes(MEGAN, 'on duty');
    teams.connector.personalChat = 'a:opened';
    await teams.writesInChannel(ALEX, 'post cases here');
    const { caseId, ref } = await familyAsks(teams);
    await teams.sees(CHANNEL, ref);
    await teams.pressesInChannel(ALEX, { verb: 'accept', case: caseId });
    await teams.sees('a:opened', 'Zebedee');
  });

  it('is one of several: nothing is sent until the adviser has chosen', async () => {
    const first = await ready();
    const second = await familyAsks(teams);
    await teams.presses(ALEX, { verb: 'accept', case: first.caseId });
    await teams.presses(ALEX, { verb: 'accept', case: second.caseId });
    await teams.writes(ALEX, 'to whom does this go');
    await teams.sees(chatOf(ALEX), 'This was not sent. Choose one');
    await teams.writes(ALEX, `switch ${second.ref.toLowerCase()}`);
    await teams.writes(ALEX, 'this is for you');
    await familySees(second.family, 'this is for you');
    const heard = (await first.family.sees()).map(({ text }) => text).join();
    expect(heard).not.toMatch(/this is for you|to whom does this go/);
    await second.family.says('thank you');
    await teams.sees(chatOf(ALEX), `The family in ${second.ref}`);
  });

  it('does not carry words to a family that has left, and says so', async () => {
    const { family, caseId, ref } = await ready();
    await teams.presses(ALEX, { verb: 'accept', case: caseId });
    await teams.writes(ALEX, 'hello there');
    await familySees(family, 'hello there');
    await family.says('stop');
    await teams.sees(chatOf(ALEX), `The family has left ${ref}`);
    await teams.writes(ALEX, 'one more thing');
    await teams.sees(chatOf(ALEX), 'this did not go to a family');
    expect((await family.sees()).map(({ text }) => text).join()).not.toContain('one more thing');
  });

  it('goes to a colleague with what was said, and leaves the first adviser nothing', async () => {
    const { caseId, ref, family } = await ready();
    await teams.writes(MEGAN, 'help', { from: { id: '29:m', name: 'Megan Bowen', aadObjectId: MEGAN } });
    await teams.presses(ALEX, { verb: 'accept', case: caseId });
    await teams.writes(ALEX, 'One moment, a colleague knows more.');
    await familySees(family, 'One moment');
    await teams.writes(ALEX, 'transfer case: megan');
    await teams.sees(chatOf(MEGAN), `Alex has given ${ref} to you`);
    await teams.sees(chatOf(MEGAN), 'Zebedee');
    await teams.sees(chatOf(ALEX), `${ref} now belongs to Megan`);
    await teams.sees(CHANNEL, 'Megan has taken this case');
    await teams.writes(ALEX, 'still me');
    await teams.sees(chatOf(ALEX), 'this did not go to a family');
    await family.says('good to hear');
    await teams.sees(chatOf(MEGAN), 'good to hear');
    const toAlex = teams.connector.taken.filter(({ path }) => path.includes(chatOf(ALEX)));
    expect(toAlex.map(wordsOf).join()).not.toContain('good to hear');
  });

  it('that was given back waits in the channel again, and keeps its place', async () => {
    const { caseId, ref } = await ready();
    await teams.presses(ALEX, { verb: 'accept', case: caseId });
    await teams.sees(CHANNEL, 'Alex has taken this case');
    await teams.writes(ALEX, 'give back');
    await teams.sees(chatOf(ALEX), `${ref} is back in the queue`);
    await until('the card to wait again', async () => {
      const shown = teams.connector.taken.findLast(({ path }) => path.includes(CHANNEL));
      return shown !== undefined && wordsOf(shown).includes('A family is waiting') ? true : undefined;
    });
    expect(await state(caseId)).toBe('waiting');
  });

  it('that is a message for later is answered and closed', async () => {
    await teams.writes(ALEX, 'on duty');
    await teams.writesInChannel(ALEX, 'post cases here');
    const { family, caseId } = await familyAsks(teams);
    await family.says('leave a message');
    await family.says('Please ring me about Zebedee');
    await family.says('07700 900123');
    await family.says('Yes');
    await teams.sees(CHANNEL, 'A family left a message');
    await teams.presses(ALEX, { verb: 'accept', case: caseId });
    await teams.sees(chatOf(ALEX), 'Please ring me about Zebedee');
    await teams.sees(chatOf(ALEX), '07700 900123');
    await teams.writes(ALEX, 'close case: advice given');
    await teams.sees(CHANNEL, 'This case is closed');
    const shown = teams.connector.taken.filter(({ path }) => path.includes(CHANNEL)).map(wordsOf);
    expect(shown.join()).not.toMatch(/Zebedee|07700/);
  });

  it('that is forgotten leaves nothing of it on the cards', async () => {
    const { family, caseId, ref } = await ready();
    await teams.presses(ALEX, { verb: 'accept', case: caseId });
    await teams.writes(ALEX, 'hello there');
    await familySees(family, 'hello there');
    // What is on its way at the moment of forgetting may arrive first, and holds up what comes after it.
    await until('all to be sent', async () =>
      (await teams.service.storage.read((tx) => tx.nextInOutbox())) === null ? true : undefined,
    );
    await family.says('forget this');
    await teams.sees(chatOf(ALEX), `${ref} is no longer with you`);
    await teams.sees(CHANNEL, 'The family asked that it be forgotten');
    const cards = teams.connector.taken.filter(({ method }) => method === 'PUT');
    const latest = [chatOf(ALEX), CHANNEL].map((place) => cards.findLast(({ path }) => path.includes(place)));
    expect(JSON.stringify(latest)).not.toMatch(/assess|tribunal|Zebedee/);
  });

  it('is told of an edit that the family does not see', async () => {
    const { caseId } = await ready();
    await teams.presses(ALEX, { verb: 'accept', case: caseId });
    await teams.writes(ALEX, 'changed', { type: 'messageUpdate' });
    await teams.sees(chatOf(ALEX), 'They still see the first one');
  });
});

it('a family that writes in Teams itself is talked to there', async () => {
  await teams.writes(ALEX, 'on duty');
  await teams.writes(STRANGER, `${SECRET}, we live in Dudley`);
  await teams.sees(chatOf(STRANGER), '12 January 2027');
  await teams.writes(STRANGER, 'Can I talk to a person please?');
  await teams.sees(chatOf(STRANGER), 'May the adviser see');
  await teams.writes(STRANGER, 'Yes, share it');
  await teams.sees(chatOf(STRANGER), 'Your reference is');
  const [row] = await teams.service.storage.read((tx) =>
    tx.cases({ councils: ['dudley'], states: ['waiting'], order: 'queue', limit: 1 }),
  );
  await teams.presses(ALEX, { verb: 'accept', case: row?.id });
  await teams.writes(ALEX, 'Hello from the SEND team');
  await teams.sees(chatOf(STRANGER), 'Hello from the SEND team');
  await teams.writes(STRANGER, 'thank you for coming');
  await teams.sees(chatOf(ALEX), 'thank you for coming');
  const kept = await teams.service.storage.read((tx) => tx.referencesOfCouncil('dudley'));
  expect(JSON.stringify(kept)).not.toContain('Wilber');
});

describe('when Teams fails', () => {
  it('in the middle of a relay, nothing is lost, twice or out of order', async () => {
    await teams.writes(ALEX, 'on duty');
    const { family, caseId } = await familyAsks(teams);
    await teams.presses(ALEX, { verb: 'accept', case: caseId });
    await teams.sees(chatOf(ALEX), 'What you write here now goes to the family');
    await family.says('message 1');
    await teams.sees(chatOf(ALEX), 'message 1');
    await teams.connector.kill();
    for (const n of [2, 3, 4]) await family.says(`message ${n}`);
    await teams.connector.comeBack();
    teams.connector.faults.push({ status: 429, headers: { 'retry-after': '0' } }, { status: 502 });
    await family.says('message 5');
    await teams.sees(chatOf(ALEX), 'message 5');
    const told = teams.connector.taken.filter(({ path }) => path.includes(chatOf(ALEX))).map(wordsOf);
    const order = told.flatMap((words) => /message (\d)/.exec(words)?.[1] ?? []);
    expect(order).toEqual(['1', '2', '3', '4', '5']);
  }, 60_000);

  it('because the bot was taken out of the channel, the address is struck off and the rest goes on', async () => {
    await teams.writes(ALEX, 'on duty');
    await teams.writesInChannel(ALEX, 'post cases here');
    await teams.sees(CHANNEL, 'New cases of Dudley');
    teams.connector.faults.push({ status: 403, code: 'BotNotInConversationRoster' });
    const { caseId } = await familyAsks(teams);
    const posted = () => teams.service.storage.read((tx) => tx.referencesOfCouncil('dudley'));
    await until('the address to go', async () => ((await posted()).length === 0 ? true : undefined));
    await teams.writes(ALEX, 'queue');
    await teams.sees(chatOf(ALEX), 'The council will not assess');
    await teams.presses(ALEX, { verb: 'accept', case: caseId });
    await teams.sees(chatOf(ALEX), 'Zebedee');
    const { content } = await teams.service.metrics.text();
    expect(content).toContain('signpost_bot_framework_addresses_gone_total{kind="channel"} 1');
  });
});
