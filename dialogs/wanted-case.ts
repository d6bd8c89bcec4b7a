import type { Mind, WantedCase } from './memory.ts';
import type { Services } from './services.ts';

/**
 * Asks the storage for a case, and gives what was asked for. Called where a council is known.
 * @throws when there is no council: a fault of ours
 */
export function wantedCase(
  { memory, effects }: Mind,
  services: Services,
  share: WantedCase['share'],
  leave: WantedCase['leave'],
): WantedCase {
  const { council, danger, why, situation } = memory;
  if (council === null) throw new Error('a case needs a council');
  const wanted: WantedCase = {
    ref: services.newRef(),
    council,
    reason: danger === 'none' ? (why ?? 'asked') : 'danger',
    red: danger !== 'none',
    share,
    // With a message goes what it is about: the family is told so before they say yes.
    situation: share === 'from-now' ? null : situation,
    leave,
  };
  effects.push({ type: 'open-case', wanted });
  memory.why = null;
  return wanted;
}
