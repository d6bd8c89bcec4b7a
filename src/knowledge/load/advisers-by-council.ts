import type { Advisers, CouncilAdvisers } from '../schema/advisers.ts';
import type { Read } from './read-yaml.ts';

/** Gives each council's settings: the defaults, with what its own file names in their place. */
export function advisersByCouncil(
  defaults: Advisers,
  councils: ReadonlyMap<string, { readonly advisers: Read<CouncilAdvisers> | null }>,
): (council: string) => Advisers {
  const own = new Map(
    [...councils].flatMap(([slug, { advisers }]) =>
      advisers === null ? [] : [[slug, merged(defaults, advisers.value)] as const],
    ),
  );
  return (council) => own.get(council) ?? defaults;
}

function merged(defaults: Advisers, { minutes, ...own }: CouncilAdvisers): Advisers {
  return { ...defaults, ...own, minutes: { ...defaults.minutes, ...minutes } };
}
