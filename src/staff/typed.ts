/** Words that an adviser types while cases are theirs: for a family, or about a case. */
import { plain } from '../../dialogs/hearing/plain.ts';
import { fill } from '../shared/fill.ts';
import { actOnCase } from './act-on-case.ts';
import { type Asker, casesInTeams, currentOf, homeOf, type StaffDeps } from './asker.ts';
import { ownList } from './lists.ts';
import { lookUpWords } from './look-up.ts';
import { colleaguesFor, panelOf } from './panel-of.ts';
import { type StaffReply, say } from './reply.ts';
import type { StaffCommand } from './wording.ts';

/** The longest message that a family can be sent at once. */
const LONGEST = 4_000;

export interface Typed {
  readonly replies: readonly StaffReply[];
  readonly chosen: string | null;
}

/**
 * Plain words in an adviser's own chat: to the family, when it is certain to which one; else a situation to
 * look up. What was meant for a family and did not reach it is always said.
 */
export async function wordsWithoutCommand(
  text: string,
  asker: Asker,
  chosen: string | null,
  deps: StaffDeps,
): Promise<Typed> {
  const { words, storage } = deps;
  const talks = await storage.read((tx) => casesInTeams(tx, asker.adviser, ['claimed', 'live']));
  const current = currentOf(talks, chosen);
  if (current !== null) {
    if (text.length > LONGEST) return { replies: [say(words.relay.tooLong)], chosen: current.id };
    const replies = await actOnCase({ verb: 'reply', case: current.id, reply: text }, asker, deps);
    // A message that went the usual way needs no receipt, like in any chat.
    const sent = say(fill(words.told.sent, { ref: current.ref }));
    const silent = JSON.stringify(replies) === JSON.stringify([sent]);
    return { replies: silent ? [] : replies, chosen: current.id };
  }
  if (talks.length > 0)
    return { replies: [say(words.relay.whichOne), await ownList(asker, null, deps)], chosen: null };
  const answer = lookUpWords(text, deps, homeOf(asker));
  // They were talking to a family until a moment ago, and may think that they still are.
  return { replies: chosen === null ? answer : [say(words.relay.noCase), ...answer], chosen: null };
}

/** "note: ...", "close case: ...": about the case that plain words would go to. */
export async function typedForCase(
  command: Extract<StaffCommand, 'switch' | 'note' | 'transfer' | 'give-back' | 'finish' | 'close'>,
  rest: string,
  asker: Asker,
  chosen: string | null,
  deps: StaffDeps,
): Promise<Typed> {
  const { words, storage } = deps;
  const mine = await storage.read((tx) => casesInTeams(tx, asker.adviser, ['claimed', 'live', 'wrapping']));
  const stay = (...replies: StaffReply[]): Typed => ({ replies, chosen });
  if (command === 'switch') {
    const named = mine.find(({ ref }) => ref === rest.toUpperCase().replace(/\s/g, ''));
    return named === undefined ? stay(say(words.refused.notAllowed)) : panelOf(named.id, asker, chosen, deps);
  }
  const talks = mine.filter(({ status }) => status.state !== 'wrapping');
  const of = currentOf(talks, chosen) ?? currentOf(mine, chosen);
  if (of === null) {
    if (mine.length === 0) return stay(say(words.refused.noCase));
    return stay(say(words.relay.whichOne), await ownList(asker, chosen, deps));
  }
  switch (command) {
    case 'note':
      return stay(...(await actOnCase({ verb: 'note', case: of.id, note: rest }, asker, deps)));
    case 'give-back':
    case 'finish':
      return stay(...(await actOnCase({ verb: command, case: of.id }, asker, deps)));
    case 'transfer': {
      const colleagues = await storage.read((tx) => colleaguesFor(tx, of.council, asker.adviser.id));
      const wanted = colleagues.filter(({ name }) => plain(name).startsWith(plain(rest)));
      const [to, ...others] = wanted;
      if (to === undefined || others.length > 0) return stay(say(words.refused['unknown-colleague']));
      return stay(...(await actOnCase({ verb: 'transfer', case: of.id, to: to.id }, asker, deps)));
    }
    case 'close': {
      const { outcomes } = deps.services.knowledge().advisers(of.council);
      const outcome = outcomes.find(({ id, label }) => id === rest || plain(label) === plain(rest));
      if (outcome === undefined) return stay(say(words.refused['unknown-outcome']));
      return stay(...(await actOnCase({ verb: 'close', case: of.id, outcome: outcome.id }, asker, deps)));
    }
  }
}
