import type { Mode, Unsent } from './state.ts';

/** What an adviser has written in one case and the service does not have yet. Only the adviser's own words. */
export interface Kept {
  readonly drafts: Readonly<Record<Mode, string>>;
  readonly unsent: readonly Unsent[];
}

const keyOf = (adviser: string, caseId: string) => `signpost ${adviser} ${caseId}`;

/** Kept in this tab, for this adviser, so that a reload or a new sign-in loses nothing. */
export const kept = {
  read(adviser: string, caseId: string): Kept | null {
    try {
      return JSON.parse(sessionStorage.getItem(keyOf(adviser, caseId)) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  },
  write(adviser: string, caseId: string, { drafts, unsent }: Kept): void {
    try {
      if (drafts.reply === '' && drafts.note === '' && unsent.length === 0)
        sessionStorage.removeItem(keyOf(adviser, caseId));
      else sessionStorage.setItem(keyOf(adviser, caseId), JSON.stringify({ drafts, unsent }));
    } catch {
      // A browser that keeps nothing still has it on the page.
    }
  },
  /** Which case was open when the sign-in ended. */
  place: {
    read: () => sessionStorage.getItem('signpost place'),
    write: (caseId: string | null) => {
      if (caseId === null) sessionStorage.removeItem('signpost place');
      else sessionStorage.setItem('signpost place', caseId);
    },
  },
  clear: () => sessionStorage.clear(),
};
