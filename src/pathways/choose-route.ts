/** Which of a topic's routes fits a situation. The rules themselves are in `knowledge/pathways/`. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Route, When } from '../knowledge/schema/route.ts';
import type { Situation } from './schema.ts';

/** The first route whose every condition holds. The loader has seen to it that the last has none. */
export function chooseRoute(situation: Situation, knowledge: Knowledge): Route {
  const routes = knowledge.routes.get(situation.topic)?.routes ?? [];
  const usual = knowledge.taxonomy.topics[situation.topic].counterparty;
  const route = routes.find(({ when }) => when === undefined || fits(when, situation, usual));
  if (route === undefined) throw new RangeError(`No route for the topic "${situation.topic}".`);
  return route;
}

function fits(when: When, situation: Situation, usual: Situation['counterparty'][number] | null): boolean {
  const { cues } = situation;
  return (
    oneOf(when.kind, situation.kind) &&
    oneOf(when.stage, situation.stage) &&
    oneOf(when.counterparty, situation.counterparty[0] ?? usual ?? undefined) &&
    (when.decision === undefined || when.decision === decisionInHand(situation)) &&
    oneOf(when.plan, cues.plan) &&
    (when.sectionIOnly === undefined || when.sectionIOnly === (cues.sectionIOnly ?? false)) &&
    oneOf(when.exclusion, cues.exclusion) &&
    oneOf(when.setting, cues.setting)
  );
}

/** A value that is not known fits no list: silence never means "yes". */
function oneOf<T>(wanted: readonly T[] | undefined, value: T | undefined): boolean {
  return wanted === undefined || (value !== undefined && wanted.includes(value));
}

/** A worried parent with a letter loses the appeal if the letter is overlooked, so any sign of one counts. */
function decisionInHand({ cues, dates, stage }: Situation): boolean {
  return (
    cues.decisionInHand === true ||
    dates.decision !== undefined ||
    dates.certificate !== undefined ||
    dates.notice !== undefined ||
    stage === 'answered'
  );
}
