import type { AdviserCommand, Refusal } from '../handoff/command.ts';
import type { Acted } from '../handoff/desk.ts';
import { fill } from '../shared/fill.ts';
import { ProblemError } from '../shared/problem.ts';
import { type Asker, type StaffDeps, signedIn } from './asker.ts';
import { type StaffReply, say } from './reply.ts';
import type { CaseSubmit } from './submit.ts';

/** Acts on a case, if they may; says only what the cards, which change by themselves, do not show. */
export async function actOnCase(
  submit: Exclude<CaseSubmit, { verb: 'pick' }>,
  asker: Asker,
  deps: StaffDeps,
): Promise<StaffReply[]> {
  const { words } = deps;
  if (submit.verb === 'accept' && !(await deps.reachable(asker))) return [say(words.refused.noPersonalChat)];
  const command = commandOf(submit);
  let acted: Acted;
  try {
    acted = await deps.desk.act(submit.case, signedIn(asker), command, asker.clientId);
  } catch (error) {
    // Also for a case of another council: that it exists is nobody's business.
    if (error instanceof ProblemError && error.code === 'CaseNotFound')
      return [say(words.refused.notAllowed)];
    throw error;
  }
  if (!acted.ok) return [say(refusalInWords(acted.refusal, deps))];
  const { ref, status, council } = acted.case;
  const told = (line: string, more: Record<string, string> = {}) => [say(fill(line, { ref, ...more }))];
  switch (submit.verb) {
    case 'accept':
      // In the channel the card itself shows who took it.
      return asker.scope === 'channel' ? [] : told(words.told.taken);
    case 'here':
      return told(words.told.joined);
    case 'reply':
      return told(words.told.sent);
    case 'note':
      return told(words.told.noted);
    case 'give-back':
      return told(words.told['given-back']);
    case 'finish':
      return told(words.told.finished);
    case 'transfer':
      return told(words.told.transferred, { name: 'adviser' in status ? (status.adviser?.name ?? '') : '' });
    case 'close': {
      const { outcomes } = deps.services.knowledge().advisers(council);
      const outcome = outcomes.find(({ id }) => id === submit.outcome)?.label ?? submit.outcome;
      return told(words.told.closed, { outcome });
    }
  }
}

function commandOf(submit: Exclude<CaseSubmit, { verb: 'pick' }>): AdviserCommand {
  switch (submit.verb) {
    case 'accept':
      return { type: 'claim' };
    case 'here':
      return { type: 'join' };
    case 'reply':
      return { type: 'say', text: submit.reply };
    case 'note':
      return { type: 'note', text: submit.note };
    case 'give-back':
      return { type: 'return' };
    case 'finish':
      return { type: 'finish' };
    case 'transfer':
      return { type: 'transfer', to: submit.to };
    case 'close':
      return { type: 'close', outcome: submit.outcome };
  }
}

function refusalInWords(refusal: Refusal, { words }: StaffDeps): string {
  return refusal.why === 'taken'
    ? fill(words.refused.taken, { name: refusal.by.name })
    : words.refused[refusal.why];
}
