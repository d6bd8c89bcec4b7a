import type { AdviserRow } from '../storage/contract/advisers.ts';

/** An account as it begins, before anybody has said who it is for. */
export function newAdviser(id: string, createdAt: Date): Omit<AdviserRow, 'name' | 'councils'> {
  return {
    id,
    login: null,
    subject: null,
    passwordHash: null,
    disabled: false,
    onDuty: true,
    seenAt: null,
    createdAt,
    settings: {},
  };
}
