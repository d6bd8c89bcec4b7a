import type { Case } from '../handoff/case.ts';
import { deskOf } from '../handoff/desk-of.ts';
import { fill } from '../shared/fill.ts';
import { ProblemError } from '../shared/problem.ts';
import type { StorageReads } from '../storage/storage.ts';
import { type Asker, type StaffDeps, signedIn } from './asker.ts';
import { casePanel, type PanelFacts } from './cards/case-panel.ts';
import { type StaffReply, say, show } from './reply.ts';
import type { StaffServices } from './services.ts';

/** Who may take a case of the council over from this adviser, by name; in Teams only whom we can write to. */
export async function colleaguesFor(
  tx: StorageReads,
  council: string,
  adviserId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const found: { id: string; name: string }[] = [];
  for (const { id, name, disabled, subject } of await tx.advisers(council)) {
    if (disabled || id === adviserId) continue;
    if (deskOf({ subject }) === 'teams' && (await tx.referenceOfAdviser(id)) === null) continue;
    found.push({ id, name });
  }
  return found;
}

export async function panelFacts(
  tx: StorageReads,
  { council }: Case,
  adviserId: string,
  services: StaffServices,
): Promise<PanelFacts> {
  const { outcomes } = services.knowledge().advisers(council);
  return { adviserId, outcomes, colleagues: await colleaguesFor(tx, council, adviserId) };
}

/** The case again, from the list of one's own; plain words go to its family from then on. */
export async function panelOf(
  caseId: string,
  asker: Asker,
  chosen: string | null,
  deps: StaffDeps,
): Promise<{ readonly replies: readonly StaffReply[]; readonly chosen: string | null }> {
  const { storage, desk, words, services, clock } = deps;
  const found = await storage.read(async (tx) => {
    try {
      const { value } = await desk.read(tx, caseId, signedIn(asker));
      return { of: value, facts: await panelFacts(tx, value, asker.adviser.id, services) };
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'CaseNotFound') return null;
      throw error;
    }
  });
  if (found === null) return { replies: [say(words.refused.notAllowed)], chosen };
  const { status, ref } = found.of;
  if (!('adviser' in status) || status.adviser?.id !== asker.adviser.id)
    return { replies: [say(words.refused['not-yours'])], chosen };
  const panel = show(casePanel(found.of, deps, found.facts, clock.now()));
  const talk = status.state === 'claimed' || status.state === 'live';
  if (!talk) return { replies: [panel], chosen };
  return { replies: [panel, say(fill(words.told.picked, { ref }))], chosen: caseId };
}
