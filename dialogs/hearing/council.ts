import type { Council } from '../../src/knowledge/schema/council.ts';
import { type Hearing, leftOver } from './phrases.ts';
import { holds, plain } from './plain.ts';

export type CouncilHeard =
  /** `stated`: said to be theirs ("we live in Leicester", or the name alone), not just mentioned. */
  | {
      readonly council: Council;
      readonly stated: boolean;
      readonly alone: boolean;
      /** "we live in leicester" as it stands in the plain text, or null. */
      readonly home: string | null;
    }
  /** A name that only sounds like one of ours, and what to say to it. */
  | { readonly confused: string; readonly alone: boolean };

/** A council named in a message, longest name first, so that "North Somerset" is not taken for Somerset. */
export function hearCouncil(
  text: string,
  councils: Iterable<Council>,
  hearing: Hearing,
): CouncilHeard | null {
  const said = plain(text);
  const all = [...councils];
  const { council: before, openings } = hearing.correction;
  const alone = (name: string) =>
    leftOver(said, [name, 'council', ...before, ...openings], hearing.fillers) <= 1;

  for (const { notToConfuse } of all) {
    for (const { names, say } of notToConfuse) {
      const name = plainly(names).find((one) => holds(said, one));
      if (name !== undefined) return { confused: say, alone: alone(name) };
    }
  }
  let best: { council: Council; name: string } | null = null;
  for (const council of all) {
    for (const name of [...plainly(council.aliases), plain(council.name), plain(council.place)]) {
      if (holds(said, name) && name.length > (best?.name.length ?? 0)) best = { council, name };
    }
  }
  if (best === null) return null;
  const { council, name } = best;
  const home = before.map((phrase) => `${phrase} ${name}`).find((one) => holds(said, one)) ?? null;
  return { council, stated: alone(name) || home !== null, alone: alone(name), home };
}

const plainNames = new WeakMap<readonly string[], readonly string[]>();

/** The names as they are compared; worked out once for each list of the content, not in every turn. */
function plainly(names: readonly string[]): readonly string[] {
  const known = plainNames.get(names) ?? names.map(plain);
  plainNames.set(names, known);
  return known;
}
