import { z } from 'zod';
import { AdviserName } from './adviser-name.ts';

const ROLE = 'adviser:';
/** Told to families when the provider gives no name that can be. */
const SOMEBODY = 'An adviser';

const Claims = z.looseObject({
  iss: z.string().min(1),
  sub: z.string().min(1),
  given_name: z.unknown().optional(),
  name: z.unknown().optional(),
});

export interface WhoSignedIn {
  /** `issuer|subject`: the only thing by which a person is known again. */
  readonly subject: string;
  readonly name: string;
  /** Empty: no adviser. */
  readonly councils: readonly string[];
}

/**
 * Who the provider says they are. Councils come from the roles alone, which the provider's administrators
 * hand out; an e-mail address can be written by its owner and proves nothing.
 *
 * @param known slugs of the councils that are loaded; roles for others are passed over
 * @throws ZodError when the claims name nobody
 */
export function whoSignedIn(claims: unknown, rolesClaim: string, known: readonly string[]): WhoSignedIn {
  const read = Claims.parse(claims);
  const given = z
    .union([z.array(z.unknown()), z.string().transform((one) => [one])])
    .safeParse(read[rolesClaim]);
  const listed: readonly unknown[] = given.success ? given.data : [];
  const roles = listed.flatMap((one) => (typeof one === 'string' ? [one] : []));
  const slugs = roles.flatMap((role) => (role.startsWith(ROLE) ? [role.slice(ROLE.length)] : []));
  const name = [read.given_name, read.name]
    .map((one) => AdviserName.safeParse(one))
    .find((one) => one.success);
  return {
    subject: `${read.iss}|${read.sub}`,
    name: name?.data ?? SOMEBODY,
    councils: [...new Set(slugs.filter((slug) => known.includes(slug)))].sort(),
  };
}
