import type { Clock } from '../../../shared/clock.ts';

/** Long enough for a talk, short enough that who leaves a team is out before the day is. */
const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 5_000;

/** Asks Teams whether somebody is in a team. @throws when Teams does not say */
export type AskTeams = (team: string, userId: string) => Promise<boolean>;

export interface Roster {
  /** @returns null when Teams could not be asked: then nobody is let in */
  isMember(team: string, userId: string, ask: AskTeams): Promise<boolean | null>;
}

/** Remembers for a few minutes who is in which team. */
export function createRoster(clock: Clock): Roster {
  const known = new Map<string, { readonly member: boolean; readonly until: number }>();
  return {
    async isMember(team, userId, ask) {
      const key = JSON.stringify([team, userId]);
      const now = clock.now().getTime();
      const kept = known.get(key);
      if (kept !== undefined && kept.until > now) return kept.member;
      known.delete(key);
      try {
        const member = await ask(team, userId);
        if (known.size >= MOST_KEPT) known.clear();
        known.set(key, { member, until: now + KEPT_MS });
        return member;
      } catch {
        return null;
      }
    },
  };
}
