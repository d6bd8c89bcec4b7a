import type { Vectors } from '../features/vectors.ts';
import type { Blend } from '../model/blend.ts';
import type { BlendPlan } from './plan.ts';
import type { Sample, Span } from './sample.ts';
import { trainLinear } from './train-linear.ts';
import { trainNet } from './train-net.ts';

export function trainBlend(
  samples: readonly Sample[],
  spans: readonly Span[],
  vectors: Vectors,
  plan: BlendPlan,
): Blend {
  const linear = trainLinear(samples, spans, plan.linear);
  return { linear, ...trainNet(samples, spans, vectors, plan.net), linearShare: plan.linearShare };
}
