import type { Knowledge } from '../knowledge/knowledge.ts';
import type { RouteStep } from '../knowledge/schema/route.ts';

/** The steps with SENDIASS among them: nobody is sent on their way without somebody to stand beside them. */
export function withSendiass(steps: readonly RouteStep[], knowledge: Knowledge): readonly RouteStep[] {
  if (steps.some(({ contact }) => contact === 'sendiass')) return steps;
  const { sendiassWho: who, sendiassAction: action, sendiassPage: page } = knowledge.answerWording;
  return [...steps, { who, action, page, contact: 'sendiass' }];
}
