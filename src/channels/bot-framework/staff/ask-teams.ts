import { TeamsInfo, type TurnContext } from 'botbuilder';
import { statusOf } from '../send-failure.ts';
import { within } from '../within.ts';
import type { AskTeams } from './roster.ts';

const ASK_MS = 5_000;

/** Asks the connector of this turn; it must name the same person, not only the same channel id. */
export function askTeams(context: TurnContext, objectId: string): AskTeams {
  return async (team, userId) => {
    try {
      const member = await within(ASK_MS, TeamsInfo.getTeamMember(context, team, userId));
      return member.aadObjectId?.toLowerCase() === objectId;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  };
}
