/** Advisers who act on the case of one conversation, by what a person would say they do. */

import { randomUUID } from 'node:crypto';
import { Case } from '../../src/handoff/case.ts';
import type { AdviserCommand } from '../../src/handoff/command.ts';
import type { Desk } from '../../src/handoff/desk.ts';
import { newAdviser } from '../../src/handoff/new-adviser.ts';
import type { Clock } from '../../src/shared/clock.ts';
import type { CaseRow } from '../../src/storage/contract/cases.ts';
import type { Storage } from '../../src/storage/storage.ts';

export interface NewAdviser {
  readonly name: string;
  readonly council: string;
  readonly atWork: boolean;
}

export interface AdvisersAtWork {
  hire(advisers: readonly NewAdviser[]): Promise<void>;
  /** Says something, or does what stands in brackets: see `chat-file.ts`. @throws when it was refused */
  act(name: string, line: string): Promise<void>;
  /** Each adviser whose screen is open. */
  giveSignOfLife(): Promise<void>;
}

export interface AtWorkDeps {
  readonly desk: Desk;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly conversationId: string;
}

export function advisersAtWork({ desk, storage, clock, conversationId }: AtWorkDeps): AdvisersAtWork {
  const idOf = (name: string) => `id-${name}`;

  const latestCase = async (): Promise<CaseRow> => {
    const [row] = await storage.read((tx) => tx.casesOf(conversationId));
    if (row === undefined) throw new Error('there is no case');
    return row;
  };
  const row = async (name: string) => {
    const found = await storage.read((tx) => tx.adviser(idOf(name)));
    if (found === null) throw new Error(`the conversation does not name an adviser ${name}`);
    return found;
  };
  const present = async (name: string, atWork: boolean) => {
    const adviser = { ...(await row(name)), onDuty: atWork };
    await storage.transaction((tx) => tx.saveAdviser(adviser));
    if (atWork) await storage.transaction((tx) => tx.markSeen(adviser.id, clock.now()));
  };
  const command = async (name: string, what: AdviserCommand) => {
    const { councils } = await row(name);
    const ref = { id: idOf(name), name, desk: 'console' } as const;
    const acted = await desk.act((await latestCase()).id, { ref, councils }, what, randomUUID());
    if (!acted.ok) throw new Error(`${name} may not do that: ${acted.refusal.why}`);
  };
  /** "waiting", "red", "nothing from before": what stands on the case as an adviser sees it. */
  const sees = async (what: string) => {
    const found = await latestCase();
    const { sharedAfter, message, contact, reason, situation } = Case.parse(found.body);
    const shared = sharedAfter === 0 ? 'everything' : 'nothing from before';
    const marks = [found.state, found.red ? 'red' : 'not red', shared, reason];
    const told = situation === null ? ['no topic'] : [situation.topic, ...Object.values(situation.dates)];
    const left = [...told, message, contact].filter((one) => one !== null);
    for (const one of what.split(/,\s*/)) {
      if (![...marks, ...left].includes(one)) throw new Error(`sees ${[...marks, ...left].join(', ')}`);
    }
  };

  const deeds: readonly [RegExp, (name: string, what: string) => Promise<void>][] = [
    [/^takes the case$/, (name) => command(name, { type: 'claim' })],
    [/^opens the case$/, (name) => command(name, { type: 'join' })],
    [/^hands over to (.+)$/, (name, to) => command(name, { type: 'transfer', to: idOf(to) })],
    [/^puts the case back$/, (name) => command(name, { type: 'return' })],
    [/^ends the talk$/, (name) => command(name, { type: 'finish' })],
    [/^closes the case: (.+)$/, (name, outcome) => command(name, { type: 'close', outcome })],
    [/^goes away$/, (name) => present(name, false)],
    [/^is there again$/, (name) => present(name, true)],
    [/^sees: (.+)$/, (_, what) => sees(what)],
  ];

  return {
    async hire(advisers) {
      await storage.transaction(async (tx) => {
        for (const { name, council, atWork } of advisers) {
          await tx.saveAdviser({
            ...newAdviser(idOf(name), clock.now()),
            name,
            login: `${name.toLowerCase()}@example.org`,
            councils: [council],
            onDuty: atWork,
          });
          if (atWork) await tx.markSeen(idOf(name), clock.now());
        }
      });
    },
    async act(name, line) {
      const deed = /^\[(.+)\]$/.exec(line)?.[1];
      if (deed === undefined) return command(name, { type: 'say', text: line });
      for (const [pattern, act] of deeds) {
        const found = pattern.exec(deed);
        if (found !== null) return act(name, found[1] ?? '');
      }
      throw new Error(`nobody knows how to do "${deed}"`);
    },
    async giveSignOfLife() {
      const all = await storage.read((tx) => tx.advisers(null));
      const there = all.filter(({ onDuty }) => onDuty);
      if (there.length === 0) return;
      await storage.transaction(async (tx) => {
        for (const { id } of there) await tx.markSeen(id, clock.now());
      });
    },
  };
}
