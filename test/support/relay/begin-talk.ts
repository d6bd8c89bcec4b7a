import type { AdviserLine } from './adviser-line.ts';
import { FamilyLine } from './family-line.ts';

export const COUNCIL = 'dudley';

export interface Talk {
  readonly family: FamilyLine;
  readonly adviser: AdviserLine;
  readonly caseId: string;
}

/** A family asks for a person, and the adviser takes and opens the case. @param n makes the ids of the run its own */
export async function beginTalk(
  url: string,
  adviser: AdviserLine,
  n: number,
  over: () => boolean,
): Promise<Talk> {
  const family = await FamilyLine.arrives(url, COUNCIL, over);
  await family.says('a person please', `ask-${n}`);
  const waiting = (await adviser.queue()).waiting[0];
  if (waiting === undefined) throw new Error('the family is not in the queue');
  await adviser.does(waiting.id, { type: 'claim' }, `claiming-${n}`);
  await adviser.does(waiting.id, { type: 'join' }, `joining-${n}`);
  adviser.watches(waiting.id);
  return { family, adviser, caseId: waiting.id };
}
