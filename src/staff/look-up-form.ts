import { answerFor, type LookUpDeps } from './look-up.ts';
import type { StaffReply } from './reply.ts';
import type { Submit } from './submit.ts';

/** What the form says beats what was understood; what it leaves open stays. */
export function lookUpForm(submit: Extract<Submit, { verb: 'look-up' }>, deps: LookUpDeps): StaffReply[] {
  const { services } = deps;
  const { topics } = services.knowledge().taxonomy;
  const { situation: before, topic, council, dateKind = 'decision', date } = submit;
  const usual = topics[topic].counterparty;
  const known = council !== undefined && services.knowledge().councils.has(council);
  const same = before?.topic === topic ? before : undefined;
  const whose =
    submit.counterparty === undefined ? (same?.counterparty ?? (usual === null ? [] : [usual])) : null;
  return answerFor(
    {
      kind: submit.kind ?? before?.kind ?? 'complaint',
      counterparty: whose ?? (submit.counterparty === undefined ? [] : [submit.counterparty]),
      topic,
      stage: before?.stage ?? 'none',
      council: known ? council : null,
      dates: { ...before?.dates, ...(date === undefined ? {} : { [dateKind]: date }) },
      cues: {
        ...before?.cues,
        ...(date !== undefined && dateKind === 'decision' ? { decisionInHand: true } : {}),
      },
    },
    deps,
  );
}
