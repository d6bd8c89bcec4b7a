/** What the console's server tells an adviser, and what it tells nobody. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Situation } from '../../src/pathways/schema.ts';
import type { AdviserRow } from '../../src/storage/contract/advisers.ts';
import type { CaseSheet, Insert, Me, Queue, Said } from '../../src/web/console/api.ts';
import { type ConsoleService, startConsole } from './support/console.ts';

let service: ConsoleService;
let sam: AdviserRow;
let cookie: string;
beforeEach(async () => {
  service = await startConsole();
  sam = await service.adviser('Sam');
  cookie = await service.signIn(sam);
});
afterEach(() => service.stop());

const refused: Situation = {
  kind: 'complaint',
  counterparty: ['la'],
  topic: 'needs-assessment-refused',
  stage: 'answered',
  council: 'dudley',
  dates: { decision: '2026-11-12' },
  cues: {},
};
const command = (type: string, more = {}) => ({ id: randomUUID(), command: { type, ...more } });
const read = async <T>(path: string): Promise<T> =>
  (await service.get(`/console/api/${path}`, cookie)).json() as Promise<T>;

const OF_A_CASE = ['', '/said?after=0', '/export'];

describe('nobody sees', () => {
  test.each(OF_A_CASE)(
    'another council’s case at %s: it is not there, and the log says who asked',
    async (path) => {
      const foreign = await service.family('somerset');
      await service.says(foreign, 'a secret');
      const answered = await service.get(`/console/api/cases/${foreign}${path}`, cookie);
      expect(answered.status).toBe(404);
      expect(await answered.json()).toMatchObject({ error: { code: 'CaseNotFound' } });
      const logged = service.log.filter((line) => line.includes(foreign) && line.includes(sam.id));
      expect(logged).toHaveLength(1);
      expect(service.log.join()).not.toContain('a secret');
    },
  );
  test.each(['claim', 'join', 'return', 'finish', 'note', 'close'])('or acts on it: %s', async (type) => {
    const foreign = await service.family('somerset');
    const body = command(type, type === 'note' ? { text: 'x' } : { outcome: 'advice-given' });
    const answered = await service.post(`/console/api/cases/${foreign}/commands`, body, cookie);
    expect(answered.status).toBe(404);
    expect((await service.storage.read((tx) => tx.caseById(foreign)))?.state).toBe('waiting');
    expect(await service.storage.read((tx) => tx.caseEvents(foreign))).toHaveLength(1);
  });
  test('its steps among the pages, its colleagues, its row in queue or search', async () => {
    const foreign = await service.family('somerset', { situation: refused });
    const pages = await service.get(`/console/api/pages?council=dudley&case=${foreign}`, cookie);
    expect(pages.status).toBe(404);
    expect((await service.get('/console/api/pages?council=somerset&words=x', cookie)).status).toBe(403);
    expect((await service.get('/console/api/colleagues?council=somerset', cookie)).status).toBe(403);
    expect((await read<Queue>('queue')).waiting).toEqual([]);
    expect(await read('cases')).toEqual({ cases: [], more: false });
  });
  test('any case when they have no council', async () => {
    await service.family('dudley');
    cookie = await service.signIn(await service.adviser('Lee', { councils: [] }));
    expect((await read<Queue>('queue')).waiting).toEqual([]);
    expect(await read('cases')).toEqual({ cases: [], more: false });
  });
});

describe('who is not signed in', () => {
  const paths = ['me', 'queue', 'cases', 'cases/x', 'cases/x/said', 'cases/x/export', 'colleagues', 'pages'];
  test.each(paths)('gets nothing from %s', async (path) => {
    for (const none of ['', 'signpost-console=', 'signpost-console=nonsense']) {
      const answered = await service.get(`/console/api/${path}`, none);
      expect(answered.status).toBe(401);
      expect(await answered.json()).toMatchObject({ error: { code: 'SignedOut' } });
      expect(answered.headers.get('cache-control')).toBe('no-store');
    }
  });
  test('is whoever was disabled, signed out, idle for half an hour, or here for eight', async () => {
    const status = async () => (await service.get('/console/api/me', cookie)).status;
    expect(await status()).toBe(200);
    service.later(31);
    expect(await status()).toBe(401);

    cookie = await service.signIn(sam);
    for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
      service.later(20);
      expect(await status()).toBe(200);
    }
    service.later(20);
    expect(await status()).toBe(401);

    cookie = await service.signIn(sam);
    await service.storage.transaction((tx) => tx.saveAdviser({ ...sam, disabled: true }));
    expect(await status()).toBe(401);

    await service.storage.transaction((tx) => tx.saveAdviser(sam));
    cookie = await service.signIn(sam);
    const out = await service.post('/console/sign-out', new URLSearchParams(), cookie);
    expect(out.headers.get('set-cookie')).toContain(
      'signpost-console=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    );
    expect(await status()).toBe(401);
  });
});

describe('another site’s page', () => {
  test.each([
    ['its origin', { origin: 'https://evil.example' }],
    ['an origin that is hidden', { origin: 'null' }],
    ['the same host on another port', { origin: 'http://127.0.0.1:1' }],
    ['what the browser says of it', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour’s', { 'sec-fetch-site': 'same-site' }],
  ])('cannot act: %s', async (_, headers) => {
    const id = await service.family('dudley');
    const path = `/console/api/cases/${id}/commands`;
    const answered = await service.post(path, command('claim'), cookie, headers);
    expect(answered.status).toBe(403);
    const me = await service.post('/console/api/me', { onDuty: false }, cookie, headers);
    expect(me.status).toBe(403);
    const out = await service.post('/console/sign-out', new URLSearchParams(), cookie, headers);
    expect(out.status).toBe(403);
    expect((await service.get('/console/api/me', cookie)).status).toBe(200);
  });
  test('cannot have a case exported by a link', async () => {
    const id = await service.family('dudley');
    const headers = { 'sec-fetch-site': 'cross-site' };
    const answered = await service.get(`/console/api/cases/${id}/export`, cookie, headers);
    expect(answered.status).toBe(403);
    expect(await service.storage.read((tx) => tx.caseEvents(id))).toHaveLength(1);
  });
  test('a caller without any origin cannot act either', async () => {
    const answered = await fetch(`${service.url}/console/api/me`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{"onDuty":false}',
    });
    expect(answered.status).toBe(403);
  });
});

describe('a command', () => {
  test.each([
    ['nothing', undefined],
    ['no command', { id: randomUUID() }],
    ['an unknown one', command('delete')],
    ['no id', { command: { type: 'claim' } }],
    ['no words', command('say', { text: '  ' })],
    ['too many words', command('say', { text: 'x'.repeat(10_001) })],
    ['an outcome that the council does not have', command('close', { outcome: 'solved' })],
  ])('that makes no sense is refused: %s', async (_, body) => {
    const id = await service.family('dudley');
    const answered = await service.post(`/console/api/cases/${id}/commands`, body, cookie);
    expect(answered.status).toBe(400);
  });
  test('is carried out once, however often it arrives', async () => {
    const id = await service.family('dudley');
    await service.acts(id, sam, { type: 'claim' });
    const say = command('say', { text: 'Good morning' });
    for (let times = 0; times < 3; times++) {
      const answered = await service.post(`/console/api/cases/${id}/commands`, say, cookie);
      expect(answered.status).toBe(200);
      expect(((await answered.json()) as CaseSheet).state).toBe('live');
    }
    const { messages } = await read<Said>(`cases/${id}/said?after=0`);
    const mine = messages.filter(({ who }) => who === 'adviser');
    expect(mine).toMatchObject([{ name: 'Sam', text: 'Good morning', clientId: say.id }]);
  });
  test('that comes too late says who was quicker', async () => {
    const id = await service.family('dudley');
    const priya = await service.adviser('Priya');
    await service.acts(id, priya, { type: 'claim' });
    const answered = await service.post(`/console/api/cases/${id}/commands`, command('claim'), cookie);
    expect(answered.status).toBe(409);
    expect(await answered.json()).toMatchObject({ refusal: { why: 'taken', by: { name: 'Priya' } } });
  });
});

describe('what was said', () => {
  test('before the place that the family agreed to is not shown, whatever place is asked for', async () => {
    const conversationId = randomUUID();
    const first = await service.family('dudley', { conversationId });
    await service.says(first, 'the first secret');
    await service.familyActs(first, { type: 'leave' });
    const last = await service.storage.read((tx) => tx.lastSeq(conversationId));
    const id = await service.family('dudley', { conversationId, sharedAfter: last });
    await service.says(id, 'open words');
    for (const after of [0, 1]) {
      const said = await read<Said>(`cases/${id}/said?after=${after}`);
      expect(said.messages.map(({ text }) => text)).toEqual(['open words']);
    }
    expect((await service.get(`/console/api/cases/${id}/export`, cookie)).status).toBe(200);
  });
  test('after the talk is between the family and the bot again', async () => {
    const id = await service.family('dudley');
    await service.acts(id, sam, { type: 'claim' });
    await service.acts(id, sam, { type: 'say', text: 'Goodbye' });
    await service.acts(id, sam, { type: 'finish' });
    service.later(1);
    await service.says(id, 'a later secret');
    await service.says(id, 'about that secret', 'bot');
    const last = await service.storage.read(async (tx) =>
      tx.lastSeq((await tx.caseById(id))?.conversationId ?? ''),
    );
    for (let after = 0; after <= last; after++) {
      const said = await read<Said>(`cases/${id}/said?after=${after}`);
      expect(said.messages.map(({ text }) => text).join()).not.toContain('secret');
    }
    const { messages } = await read<Said>(`cases/${id}/said?after=0`);
    expect(messages.map(({ text }) => text)).toContain('notice: finished');
    expect(await (await service.get(`/console/api/cases/${id}/export`, cookie)).text()).not.toContain(
      'secret',
    );
  });
  test('is read in pages, each message once', async () => {
    const id = await service.family('dudley');
    for (let n = 1; n <= 450; n++) await service.says(id, `message ${n}`);
    const seen: string[] = [];
    let after = 0;
    for (;;) {
      const said = await read<Said>(`cases/${id}/said?after=${after}`);
      if (said.messages.length === 0) break;
      seen.push(...said.messages.map(({ text }) => text));
      after = said.watermark;
    }
    expect(seen).toEqual(Array.from({ length: 450 }, (_, n) => `message ${n + 1}`));
  });
  test('a change of the case is a notice, told once', async () => {
    const id = await service.family('dudley');
    await service.acts(id, sam, { type: 'claim' });
    await service.acts(id, sam, { type: 'join' });
    const { messages } = await read<Said>(`cases/${id}/said?after=0`);
    expect(messages).toMatchObject([{ who: 'notice', text: 'notice: joined' }]);
  });
  test.each(['-1', 'x', '1.5', '1e99'])('cannot be asked for after %s', async (after) => {
    const id = await service.family('dudley');
    expect((await service.get(`/console/api/cases/${id}/said?after=${after}`, cookie)).status).toBe(400);
  });
});

describe('the queue', () => {
  test('has whoever waits for my answer before those I have answered', async () => {
    const ids: string[] = [];
    for (const name of ['answered', 'waits', 'waits less']) {
      const id = await service.family('dudley');
      await service.acts(id, sam, { type: 'claim' });
      await service.acts(id, sam, { type: 'join' });
      if (name === 'answered') await service.acts(id, sam, { type: 'say', text: 'Hello' });
      ids.push(id);
      service.later(1);
    }
    const unopened = await service.family('dudley');
    await service.acts(unopened, sam, { type: 'claim' });
    const { mine } = await read<Queue>('queue');
    expect(mine.map(({ id }) => id)).toEqual([ids[1], ids[2], unopened, ids[0]]);
  });
  test('has danger first, then who waited longest; mine and my colleagues’ apart', async () => {
    const priya = await service.adviser('Priya');
    const first = await service.family('dudley', { situation: refused });
    service.later(1);
    const second = await service.family('dudley');
    service.later(1);
    const red = await service.family('dudley', { red: true });
    const mine = await service.family('dudley');
    await service.acts(mine, sam, { type: 'claim' });
    const hers = await service.family('dudley');
    await service.acts(hers, priya, { type: 'claim' });
    const left = await service.family('dudley', { leave: { text: 'Please ring', contact: '07700 900123' } });
    const queue = await read<Queue>('queue');
    expect(queue.waiting.map(({ id }) => id)).toEqual([red, first, second, left]);
    expect(queue.mine.map(({ id }) => id)).toEqual([mine]);
    expect(queue.colleagues.map(({ id, adviser }) => [id, adviser?.name])).toEqual([[hers, 'Priya']]);
    expect(queue.waiting[1]).toMatchObject({
      place: 'Dudley',
      topic: 'The council will not assess',
      deadline: { date: '2027-01-12', daysLeft: 50 },
    });
  });
});

describe('the sheet', () => {
  test('has what was understood, the steps, and the days left by the calendar of England', async () => {
    const id = await service.family('dudley', { situation: refused });
    const sheet = await read<CaseSheet>(`cases/${id}`);
    expect(sheet.understood).toContainEqual({ name: 'Council', value: 'Dudley' });
    expect(sheet.understood).toContainEqual({
      name: 'Date on the decision letter',
      value: 'Thursday 12 November 2026',
    });
    expect(sheet.pathway).toContain('Tuesday 12 January 2027');
    expect(sheet.deadlines[0]).toMatchObject({ date: '2027-01-12', daysLeft: 50, binds: 'family' });
    expect(sheet.history).toMatchObject([
      { type: 'opened', by: 'The family', text: 'they asked for a person' },
    ]);
  });
  test('has a note for advisers, who wrote it, and a left message with the way to reach them', async () => {
    const id = await service.family('dudley', { leave: { text: 'Please ring', contact: '07700 900123' } });
    await service.post(
      `/console/api/cases/${id}/commands`,
      command('note', { text: 'rang, no answer' }),
      cookie,
    );
    const sheet = await read<CaseSheet>(`cases/${id}`);
    expect(sheet).toMatchObject({ state: 'message-left', message: 'Please ring', contact: '07700 900123' });
    expect(sheet.history.at(-1)).toMatchObject({ by: 'Sam', type: 'noted', text: 'rang, no answer' });
    expect(sheet.followUp).toBe(false);
    await service.post(`/console/api/cases/${id}/commands`, command('claim'), cookie);
    expect(await read<CaseSheet>(`cases/${id}`)).toMatchObject({ state: 'wrapping', followUp: true });
  });
});

describe('a case that the family had deleted', () => {
  test('says so, and holds nothing of what they told', async () => {
    const leave = { text: 'he cries every morning', contact: '07700 900123' };
    const id = await service.family('dudley', { situation: refused, leave });
    expect((await read<CaseSheet>(`cases/${id}`)).forgotten).toBe(false);
    await service.familyActs(id, { type: 'forget' });
    const sheet = await read<CaseSheet>(`cases/${id}`);
    expect(sheet).toMatchObject({
      forgotten: true,
      message: null,
      contact: null,
      topic: null,
      pathway: null,
    });
    expect(JSON.stringify(sheet)).not.toMatch(/cries|07700|refused/);
  });
});

describe('an export', () => {
  test('is a file, and its history says to whom it was given', async () => {
    const id = await service.family('dudley');
    await service.says(id, 'they turned us down');
    const answered = await service.get(`/console/api/cases/${id}/export`, cookie);
    expect(answered.headers.get('content-disposition')).toMatch(
      /^attachment; filename="signpost-\w{6}\.txt"$/,
    );
    expect(answered.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await answered.text()).toContain('they turned us down');
    const events = await service.storage.read((tx) => tx.caseEvents(id));
    expect(events.at(-1)).toMatchObject({
      actor: { type: 'adviser', id: sam.id, name: 'Sam' },
      body: { type: 'exported', text: 'to Sam' },
    });
  });
});

describe('finding a case', () => {
  test('goes by reference, state, adviser and days in England', async () => {
    const early = await service.family('dudley');
    await service.acts(early, sam, { type: 'claim' });
    service.later(14 * 60 + 30);
    cookie = await service.signIn(sam);
    const late = await service.family('dudley');
    const find = async (query: string) =>
      (await read<{ cases: { id: string }[] }>(`cases?${query}`)).cases.map(({ id }) => id);
    expect(await find('')).toEqual([late, early]);
    expect(await find('from=2026-11-24')).toEqual([late]);
    expect(await find('to=2026-11-23')).toEqual([early]);
    expect(await find('state=claimed')).toEqual([early]);
    expect(await find(`adviser=${sam.id}`)).toEqual([early]);
    const { ref } = await read<CaseSheet>(`cases/${late}`);
    expect(await find(`ref=${ref.toLowerCase()}`)).toEqual([late]);
    expect((await service.get('/console/api/cases?from=yesterday', cookie)).status).toBe(400);
    expect((await service.get('/console/api/cases?state=open', cookie)).status).toBe(400);
  });
  test('comes in pages', async () => {
    for (let n = 0; n < 51; n++) await service.family('dudley');
    expect(await read('cases')).toMatchObject({ more: true });
    const rest = await read<{ cases: unknown[]; more: boolean }>('cases?offset=50');
    expect([rest.cases.length, rest.more]).toEqual([1, false]);
  });
});

describe('me, my colleagues and what I can send', () => {
  test('what I choose is kept', async () => {
    const settings = { sound: false, desktop: true };
    await service.post('/console/api/me', { onDuty: false, settings }, cookie);
    const me = await read<Me>('me');
    expect(me).toMatchObject({ name: 'Sam', onDuty: false, settings });
    expect(me.councils).toMatchObject([{ slug: 'dudley', place: 'Dudley' }]);
    expect(me.councils[0]?.outcomes[0]?.id).toBe('advice-given');
    expect(me.signedInUntil).toBe('2026-11-23T18:00:00.000Z');
  });
  test.each([{ councils: ['somerset'] }, { disabled: false }, { settings: { sound: 'yes' } }])(
    'I cannot choose %j',
    async (change) => {
      expect((await service.post('/console/api/me', change, cookie)).status).toBe(400);
    },
  );
  test('colleagues are those of the council who may come in, on duty first, then seen last', async () => {
    const seenAt = (minute: number) => new Date(Date.parse('2026-11-23T09:00:00Z') + minute * 60_000);
    await service.adviser('Off', { onDuty: false, seenAt: seenAt(59) });
    await service.adviser('Earlier', { seenAt: seenAt(1) });
    await service.adviser('Now', { seenAt: seenAt(58) });
    await service.adviser('Gone', { disabled: true });
    await service.adviser('Elsewhere', { councils: ['somerset'] });
    const { colleagues } = await read<{ colleagues: { name: string }[] }>('colleagues?council=dudley');
    expect(colleagues.map(({ name }) => name)).toEqual(['Now', 'Earlier', 'Off']);
  });
  test('pages come with their sources, the family’s own steps first, and each can be sent', async () => {
    const id = await service.family('dudley', { situation: refused });
    const path = `pages?council=dudley&words=${encodeURIComponent('mediation certificate')}&case=${id}`;
    const { pages } = await read<{ pages: Insert[] }>(path);
    expect(pages[0]).toMatchObject({ title: 'This family’s steps' });
    expect(pages.length).toBeGreaterThan(1);
    for (const { text } of pages) {
      expect(text).toContain('checked');
      expect(text.length).toBeLessThan(10_000);
    }
  });
});
