import { type Evaluation, evaluate } from '../../src/triage/evaluate.ts';
import type { LabelledRow } from '../../src/triage/evaluation/labelled-row.ts';
import type { Triage } from '../../src/triage/schema.ts';
import type { Answer, System } from './system.ts';

export type Figures = Pick<Evaluation, 'kind' | 'party' | 'topic'> & {
  /** Milliseconds a message. */
  median: number;
};

/** Lets a system load what it loads late before it is timed; no row may be the same text. */
const WARM_UP = 'Hello, are you there? I have a question about my child and the school.';

/** One system's figures, judged as triage itself is judged. `now` gives milliseconds. */
export async function measure(
  system: System,
  rows: readonly LabelledRow[],
  now: () => number,
): Promise<Figures> {
  await system.read(WARM_UP);
  const told = new Map<string, Triage>();
  const times: number[] = [];
  for (const { text } of rows) {
    const start = now();
    const answer = await system.read(text);
    times.push(now() - start);
    told.set(text, asTriage(answer));
  }
  const answered = (text: string): Triage => told.get(text) ?? unread();
  const { kind, party, topic } = evaluate(rows, answered, { today: '2000-01-01', now: () => 0 });
  times.sort((a, b) => a - b);
  return { kind, party, topic, median: times[times.length >> 1] ?? 0 };
}

/** The rest of a triage is not asked of the peers, and no figure of it is shown. */
function asTriage({ kind, party, topics }: Answer): Triage {
  return {
    kind,
    counterparty: party === 'none' ? [] : [party],
    topics: [...topics],
    urgent: false,
    maybeUrgent: false,
    decisionDate: null,
    dateDoubt: null,
    confidence: { kind: 0, counterparty: 0, topic: 0, topics: [] },
    cues: {},
  };
}

function unread(): never {
  throw new Error('a message was judged before it was read');
}
