/** Whose staff somebody is. Pure: it knows the file, and is told of whom a team says that they are members. */
import { deskOf, TEAMS_SUBJECT } from '../handoff/desk-of.ts';
import type { StaffFile } from './staff-file.ts';

/** Who wrote, as the authenticated activity says; nothing of it is ever taken from text or a card. */
export interface StaffIdentity {
  readonly tenant: string;
  readonly objectId: string;
  readonly name: string;
}

/** The key of their adviser account in storage. */
export function subjectOf({ tenant, objectId }: StaffIdentity): string {
  return `${TEAMS_SUBJECT}${tenant}|${objectId}`;
}

/** @returns null for another provider's subject */
export function identityOfSubject(subject: string | null): Omit<StaffIdentity, 'name'> | null {
  if (deskOf({ subject }) !== 'teams') return null;
  const [tenant, objectId] = subject?.slice(TEAMS_SUBJECT.length).split('|') ?? [];
  return tenant !== undefined && objectId !== undefined ? { tenant, objectId } : null;
}

/** The councils whose staff they are by name. */
export function councilsByName(
  file: StaffFile,
  { tenant, objectId }: Pick<StaffIdentity, 'tenant' | 'objectId'>,
): string[] {
  const named = file.councils.filter(
    (one) => one.tenant === tenant && one.people.some(({ id }) => id === objectId),
  );
  return [...new Set(named.map(({ council }) => council))];
}

/** The teams of their tenant whose roster may make them staff of further councils. */
export function teamsOf(
  file: StaffFile,
  { tenant }: Pick<StaffIdentity, 'tenant'>,
): { readonly council: string; readonly team: string }[] {
  return file.councils.flatMap(({ council, tenant: theirs, team }) =>
    theirs === tenant && team !== undefined ? [{ council, team }] : [],
  );
}

/** What families are told they are called: the file's word, or else the first name. */
export function nameForFamilies(file: StaffFile, { tenant, objectId, name }: StaffIdentity): string {
  const given = file.councils
    .filter((one) => one.tenant === tenant)
    .flatMap(({ people }) => people)
    .find((one) => one.id === objectId && one.name !== undefined)?.name;
  return given ?? firstName(name);
}

/** "Alex" of "Alex Wilber", and of "WILBER, Alex (Children's Services)". */
function firstName(name: string): string {
  const [last = '', first] = name.split(',', 2);
  const word = (first ?? last).trim().split(/\s+/, 1)[0] ?? '';
  return word === '' ? 'An adviser' : word.slice(0, 40);
}
