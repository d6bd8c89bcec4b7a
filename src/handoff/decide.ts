/**
 * What becomes of a case. Every transition of a case is decided here and nowhere else, from plain data:
 * the case, who does what, and the time. Whether an adviser may see the case at all is decided before.
 */
import { byAdviser } from './by-adviser.ts';
import { byFamily } from './by-family.ts';
import { byHub } from './by-hub.ts';
import type { Actor, AdviserRef, Case } from './case.ts';
import type { AdviserCommand, FamilyCommand, HubCommand, Tick } from './command.ts';
import type { Decision } from './decision.ts';
import type { Limits } from './limits.ts';
import { whatIsDue } from './what-is-due.ts';

export type Command =
  | { readonly by: 'family'; readonly command: FamilyCommand }
  | {
      readonly by: 'adviser';
      readonly adviser: AdviserRef;
      readonly command: AdviserCommand;
      /** The colleague named in a `transfer`, if there is one who may have the case. */
      readonly colleague?: AdviserRef | null;
    }
  | { readonly by: 'hub'; readonly command: HubCommand }
  | { readonly by: 'clock'; readonly command: Tick };

/** Decides one command. The same command at the same case and time always gives the same decision. */
export function decide(before: Case, command: Command, now: Date, limits: Limits): Decision {
  switch (command.by) {
    case 'family':
      return byFamily(before, command.command, now);
    case 'adviser':
      return byAdviser(before, command.adviser, command.command, command.colleague ?? null, now);
    case 'hub':
      return byHub(before, command.command, now);
    case 'clock':
      return whatIsDue(before, command.command, now, limits);
  }
}

/** The actor of a command, for the case's history. */
export function actorOf(command: Command): Actor {
  return command.by === 'adviser'
    ? { type: 'adviser', id: command.adviser.id, name: command.adviser.name }
    : { type: command.by };
}
