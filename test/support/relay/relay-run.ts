/**
 * Families and advisers who talk through the whole service, over HTTP and sockets as browsers do, while it is
 * killed again and again. Counts what was lost, shown twice or out of order, and how long a message took.
 */
import { join } from 'node:path';
import { openAllHours } from '../../../src/demo/open-all-hours.ts';
import { freePort } from '../free-port.ts';
import { type Service, startService } from '../service.ts';
import { AdviserLine } from './adviser-line.ts';
import { beginTalk, COUNCIL, type Talk } from './begin-talk.ts';
import type { HeardMessage } from './family-line.ts';
import { signIns } from './sign-ins.ts';

export interface RelayPlan {
  /** An empty folder for the database. */
  readonly folder: string;
  readonly cases: number;
  readonly advisers: number;
  /** Of all sides together. */
  readonly messages: number;
  /** The service is killed each time so many messages have arrived; null: never. */
  readonly killEvery: number | null;
  /** Between two messages of one person, in milliseconds. */
  readonly pause: number;
}

export interface RelayResult {
  readonly sent: number;
  readonly kills: number;
  readonly lost: number;
  readonly twice: number;
  readonly outOfOrder: number;
  /** Milliseconds from sending to being there, for messages that no kill delayed. */
  readonly toAdviser: readonly number[];
  readonly toFamily: readonly number[];
}

export async function relayRun(plan: RelayPlan): Promise<RelayResult> {
  const database = `file:${join(plan.folder, 'relay.db')}`;
  const cookies = await signIns(database, plan.advisers);
  const port = await freePort();
  const env = {
    PORT: String(port),
    DATABASE_URL: database,
    KNOWLEDGE_DIR: openAllHours(plan.folder, COUNCIL),
  };
  let service: Service = await startService(env);
  let over = false;
  const url = `http://127.0.0.1:${port}`;
  const advisers = cookies.map((cookie) => new AdviserLine(url, cookie, () => over));
  const talks: Talk[] = [];
  try {
    for (const adviser of advisers) await adviser.signsIn();
    for (let n = 0; n < plan.cases; n++) {
      const adviser = advisers[n % advisers.length];
      if (adviser !== undefined) talks.push(await beginTalk(url, adviser, n, () => over));
    }

    const each = Math.ceil(plan.messages / (2 * talks.length));
    const sentAt = new Map<string, number>();
    const downs: { readonly from: number; to: number }[] = [];
    const arrived = () =>
      talks.reduce(
        (sum, { family, adviser, caseId }) =>
          sum + family.heard.length + ours(adviser.heard.get(caseId)).length,
        0,
      );
    const speaking = talks.flatMap((talk, n) => [
      speak(each, plan.pause, (word) => {
        sentAt.set(`family ${n} ${word}`, performance.now());
        return talk.family.says(`family ${n} ${word}`, `f-${n}-${word}`);
      }),
      speak(each, plan.pause, (word) => {
        sentAt.set(`adviser ${n} ${word}`, performance.now());
        const text = `adviser ${n} ${word}`;
        return talk.adviser.does(talk.caseId, { type: 'say', text }, `adviser-${n}-${word}`);
      }),
    ]);

    const total = each * 2 * talks.length;
    let kills = 0;
    const check = signal();
    for (const { family, adviser } of talks) {
      family.onAnything = check.raise;
      adviser.onAnything = check.raise;
    }
    const spoken = Promise.all(speaking);
    while (arrived() < total) {
      if (plan.killEvery !== null && arrived() >= plan.killEvery * (kills + 1)) {
        kills += 1;
        const down = { from: performance.now(), to: Number.POSITIVE_INFINITY };
        downs.push(down);
        await service.kill();
        service = await startService(env);
        // Lines come back within a moment of their own.
        down.to = performance.now() + 2_000;
        continue;
      }
      // What has not come long after the last sign of life is lost.
      if (!(await check.raised(30_000))) break;
    }
    await spoken;
    return { sent: total, kills, ...judge(talks, each, sentAt, downs) };
  } finally {
    over = true;
    for (const { family } of talks) family.leaves();
    for (const adviser of advisers) adviser.leaves();
    await service.kill();
  }
}

async function speak(count: number, pause: number, say: (word: number) => Promise<void>): Promise<void> {
  const rest = (share: number) => new Promise((resolve) => setTimeout(resolve, pause * share));
  // Nobody waits for a starting gun.
  await rest(Math.random());
  for (let word = 1; word <= count; word++) {
    await say(word);
    await rest(0.5 + Math.random());
  }
}

/** The messages of the run: not the words with which the talk began. */
const ours = (heard: readonly HeardMessage[] | undefined) =>
  (heard ?? []).filter(({ text }) => text.startsWith('family '));

function judge(
  talks: readonly Talk[],
  each: number,
  sentAt: ReadonlyMap<string, number>,
  downs: readonly { readonly from: number; readonly to: number }[],
) {
  const result = { lost: 0, twice: 0, outOfOrder: 0, toAdviser: [] as number[], toFamily: [] as number[] };
  const look = (heard: readonly HeardMessage[], took: number[]) => {
    const words = heard.map(({ text }) => Number(text.split(' ')[2]));
    const once = new Set(words);
    result.lost += each - once.size;
    result.twice += words.length - once.size;
    result.outOfOrder += words.filter((word, index) => index > 0 && word < (words[index - 1] ?? 0)).length;
    for (const { text, at } of heard) {
      const from = sentAt.get(text) ?? at;
      if (!downs.some((down) => from < down.to && at > down.from)) took.push(at - from);
    }
  };
  for (const { family, adviser, caseId } of talks) {
    look(ours(adviser.heard.get(caseId)), result.toAdviser);
    look(family.heard, result.toFamily);
  }
  return result;
}

function signal() {
  let tell: (raised: boolean) => void = () => {};
  return {
    raise: () => tell(true),
    raised: (withinMs: number) =>
      new Promise<boolean>((resolve) => {
        const late = setTimeout(() => resolve(false), withinMs);
        tell = (raised) => {
          clearTimeout(late);
          resolve(raised);
        };
      }),
  };
}
