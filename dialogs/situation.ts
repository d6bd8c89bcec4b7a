/** Builds and mends the situation from what was heard. Pure. */
import type { DateKind, Situation } from '../src/pathways/schema.ts';
import type { Counterparty, IsoDate, Topic } from '../src/shared/vocabulary.ts';
import type { Triage } from '../src/triage/schema.ts';

/** A new matter, from the triage of the message that opened it. */
export function newSituation(
  triage: Triage,
  topic: Topic,
  council: string | null,
  usual: Counterparty | null,
): Situation {
  const heardFirst = triage.topics[0] === topic;
  const counterparty =
    heardFirst || usual === null ? triage.counterparty : unique([usual, ...triage.counterparty]);
  return {
    kind: triage.kind,
    counterparty: counterparty.length > 0 || usual === null ? counterparty : [usual],
    topic,
    stage: triage.cues.stage ?? 'none',
    council,
    dates: triage.decisionDate === null ? {} : { decision: triage.decisionDate },
    cues: triage.cues,
  };
}

/**
 * The topics to deal with, the main one first: `main`, unless a decision is in hand and another topic that is
 * sure enough can be appealed. That clock runs, and the other problem can wait for its turn.
 */
export function orderTopics(
  triage: Triage,
  main: Topic,
  sureEnough: number,
  appealable: (topic: Topic) => boolean,
): Topic[] {
  const others = triage.topics.filter(
    (topic, i) => topic !== main && topic !== 'other' && (triage.confidence.topics[i] ?? 0) >= sureEnough,
  );
  const chance = (topic: Topic) => triage.confidence.topics[triage.topics.indexOf(topic)] ?? 0;
  // Half as likely as the main one at least: "refused to pay for the taxi" is no decision about a plan.
  const inHand = triage.cues.decisionInHand === true && !appealable(main);
  const urgent = inHand
    ? others.find((one) => appealable(one) && chance(one) >= chance(main) / 2)
    : undefined;
  return urgent === undefined ? [main, ...others] : [urgent, main, ...others.filter((one) => one !== urgent)];
}

/** The same matter, with what a further message adds; what was known and is not contradicted stays. */
export function extendSituation(situation: Situation, triage: Triage): Situation {
  return {
    ...situation,
    stage: triage.cues.stage ?? situation.stage,
    dates:
      triage.decisionDate === null ? situation.dates : { ...situation.dates, decision: triage.decisionDate },
    cues: { ...situation.cues, ...triage.cues },
  };
}

/** The same matter with the day of one kind told, or put right. */
export function withDate(situation: Situation, kind: DateKind, date: IsoDate): Situation {
  return { ...situation, dates: { ...situation.dates, [kind]: date } };
}

/** The same matter with another body first. */
export function withCounterparty(situation: Situation, main: Counterparty): Situation {
  return { ...situation, counterparty: [main] };
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
