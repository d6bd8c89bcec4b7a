/** Who counts as staff in Teams, by council: the file that STAFF_FILE names. */
import { z } from 'zod';

const Guid = z.guid('a GUID such as 1f0c9a52-6d6e-4f4c-9b5e-2a7d0c3b8e11').toLowerCase();

const StaffCouncil = z
  .strictObject({
    /** The council's folder in `knowledge/councils/`. */
    council: z.string().min(1),
    /** The Entra tenant in which these people and this team are. */
    tenant: Guid,
    people: z
      .array(
        z.strictObject({
          /** The person's object id in Entra. */
          id: Guid,
          /** What families are told; without it the first name that Teams gives. */
          name: z.string().min(1).max(40).optional(),
        }),
      )
      .default([]),
    /** The id of a Teams team whose members are staff too, such as `19:...@thread.tacv2`. */
    team: z.string().min(1).max(200).optional(),
  })
  .refine(({ people, team }) => people.length > 0 || team !== undefined, {
    message: 'names nobody: give people, a team, or both',
    path: ['people'],
  });

export const StaffFile = z.strictObject({
  /** What everybody else gets when they write to the bot: the family's conversation, or no answer at all. */
  others: z.enum(['family', 'nothing']).default('family'),
  councils: z.array(StaffCouncil).min(1),
});
export type StaffFile = z.infer<typeof StaffFile>;
