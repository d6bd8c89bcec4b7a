import type { AdviserCommand } from '../../../handoff/command.ts';
import type { CaseLine, CaseSheet, Colleague, Insert, Me, Queue, Said, Settings } from '../api.ts';
import { call } from './call.ts';

const of = (id: string) => `cases/${encodeURIComponent(id)}`;

/** Everything that the page asks of its service. Each may throw `Failed`. */
export const service = {
  me: () => call<Me>('me'),
  setMe: (change: { onDuty?: boolean; settings?: Settings }) => call<Me>('me', change),
  queue: () => call<Queue>('queue'),
  find: (asked: Readonly<Record<string, string>>) =>
    call<{ readonly cases: readonly CaseLine[]; readonly more: boolean }>(
      `cases?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))}`,
    ),
  sheet: (id: string) => call<CaseSheet>(of(id)),
  said: (id: string, after: number) => call<Said>(`${of(id)}/said?after=${after}`),
  /** @param commandId the same one again is answered, and not carried out twice */
  command: (id: string, commandId: string, command: AdviserCommand) =>
    call<CaseSheet>(`${of(id)}/commands`, { id: commandId, command }),
  colleagues: (council: string) =>
    call<{ readonly colleagues: readonly Colleague[] }>(`colleagues?${new URLSearchParams({ council })}`),
  /** @param caseId the case that they are for: its own steps come first */
  pages: (council: string, words: string, caseId: string) =>
    call<{ readonly pages: readonly Insert[] }>(
      `pages?${new URLSearchParams({ council, words, case: caseId })}`,
    ),
  exportPath: (id: string) => `/console/api/${of(id)}/export`,
};
export type Service = typeof service;
