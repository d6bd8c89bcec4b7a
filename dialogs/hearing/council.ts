import type { Council } from '../../src/knowledge/schema/council.ts';
import type { Hearing } from './phrases.ts';
import { holds, plain } from './plain.ts';

export interface CouncilHeard {
  readonly council: Council;
  /** It was said to be theirs ("we're in Leicester", or the name alone), not just mentioned. */
  readonly stated: boolean;
}

/** A council named in a message, longest name first, so that "North Somerset" is not taken for Somerset. */
export function hearCouncil(
  text: string,
  councils: Iterable<Council>,
  hearing: Hearing,
): CouncilHeard | { readonly confused: string } | null {
  const said = plain(text);
  const all = [...councils];
  for (const council of all) {
    for (const other of council.notToConfuse) {
      if (other.names.some((name) => holds(said, plain(name)))) return { confused: other.say };
    }
  }
  let best: { council: Council; name: string } | null = null;
  for (const council of all) {
    for (const name of [council.name, council.place, ...council.aliases].map(plain)) {
      if (holds(said, name) && name.length > (best?.name.length ?? 0)) best = { council, name };
    }
  }
  if (best === null) return null;
  const { council, name } = best;
  const alone = said.split(' ').length <= name.split(' ').length + 2;
  const stated =
    alone ||
    holds(said, `${name} council`) ||
    hearing.correction.council.some((before) => holds(said, `${before} ${name}`));
  return { council, stated };
}
