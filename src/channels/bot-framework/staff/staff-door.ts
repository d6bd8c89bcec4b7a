/** Who writes in Teams: staff, who get a turn of their own, or somebody else. */
import type { TurnContext } from 'botbuilder';
import { keepAdviser } from '../../../staff/keep-adviser.ts';
import type { StaffFile } from '../../../staff/staff-file.ts';
import { councilsByName, type StaffIdentity, subjectOf, teamsOf } from '../../../staff/standing.ts';
import type { KeyedLock } from '../../keyed-lock.ts';
import { type ChannelActivity, ownNames } from '../channel-activity.ts';
import { leave, refreshAddresses } from './addresses.ts';
import { askTeams } from './ask-teams.ts';
import { identityOf, scopeOf } from './identity.ts';
import { incomingOf } from './incoming.ts';
import type { Roster } from './roster.ts';
import { createStaffTurn, type StaffTurnDeps } from './staff-turn.ts';

export interface StaffDoorDeps extends StaffTurnDeps {
  readonly file: StaffFile;
  readonly roster: Roster;
  readonly lock: KeyedLock;
}

export interface StaffDoor {
  /**
   * Deals with what staff send. `family`: it is somebody else, who gets the family's conversation; `nobody`:
   * they get no answer at all.
   */
  take(activity: ChannelActivity, context: TurnContext): Promise<'staff' | 'family' | 'nobody'>;
}

export function createStaffDoor(deps: StaffDoorDeps): StaffDoor {
  const { file, storage, clock, lock, log } = deps;
  const turn = createStaffTurn(deps);

  return {
    async take(activity, context) {
      if (activity.channelId !== 'msteams') return 'family';
      const scope = scopeOf(activity);
      const incoming = incomingOf(activity);
      if (incoming.type === 'removed') {
        const everyCouncil = file.councils.map(({ council }) => council);
        await storage.transaction((tx) => leave(tx, activity, everyCouncil));
        return 'staff';
      }
      const identity = identityOf(activity);
      const others = scope === 'personal' && file.others === 'family' ? 'family' : 'nobody';
      if (identity === null) return others;
      const { councils, unsure } = await councilsOf(identity, activity, context);
      // Not the family's lock of the same chat: who was a family here before may act on a case from then.
      return lock(`staff|${ownNames(activity).conversationId}`, async () => {
        // Teams does not say whether they still are: nothing is done for them, and nothing taken from them.
        if (unsure && (await isKnown(identity))) {
          await turn.fail(activity, scope);
          return 'staff';
        }
        const now = clock.now();
        const adviser = await storage.transaction(async (tx) => {
          const kept = await keepAdviser(tx, file, identity, councils, { now, newId: deps.newId });
          if (kept !== null) await refreshAddresses(tx, activity, scope, kept, now);
          return kept;
        });
        if (adviser === null) return others;
        await turn.take({ activity, incoming, adviser, scope, tenant: identity.tenant });
        return 'staff';
      });
    },
  };

  /** `unsure`: Teams did not say who is in a team, so somebody may be missing a council. */
  async function councilsOf(
    identity: StaffIdentity,
    activity: ChannelActivity,
    context: TurnContext,
  ): Promise<{ readonly councils: string[]; readonly unsure: boolean }> {
    const named = councilsByName(file, identity);
    const ask = askTeams(context, identity.objectId);
    const rest = teamsOf(file, identity).filter(({ council }) => !named.includes(council));
    // Side by side: Teams wants its answer within seconds.
    const members = await Promise.all(
      rest.map(({ team }) => deps.roster.isMember(team, activity.from.id, ask)),
    );
    const unsure = members.includes(null);
    if (unsure) log.warn('Teams did not say who is in a team: nobody was let in by it');
    const byTeam = rest.filter((_, index) => members[index] === true).map(({ council }) => council);
    return { councils: [...new Set([...named, ...byTeam])], unsure };
  }

  async function isKnown(identity: StaffIdentity): Promise<boolean> {
    const row = await storage.read((tx) => tx.adviserBySubject(subjectOf(identity)));
    return row !== null && !row.disabled;
  }
}
