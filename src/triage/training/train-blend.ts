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
  return {
    linear: trainLinear(samples, spans, plan.linear),
    nets: plan.seeds.map((seed) => trainNet(samples, spans, vectors, plan.net, seed)),
    linearShare: plan.linearShare,
  };
}
