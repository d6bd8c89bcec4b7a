import { KINDS, TOPICS } from '../../shared/vocabulary.ts';
import { type Reader, type Reading, readMessage } from '../features/read-message.ts';
import { runBlend } from '../model/blend.ts';
import { HEADS, type Head, PARTIES } from '../model/heads.ts';
import type { TriageModel } from '../model/triage-model.ts';
import { readParts, urgencyScore } from '../urgency.ts';
import { normalise } from '../words/normalise.ts';
import { bestTemperature, type Scored } from './calibrate.ts';
import type { Example, SourcedExample } from './example.ts';
import { shiftTo } from './expected-shares.ts';
import type { Teaching } from './load-teaching.ts';
import { LABELS_PLAN, URGENCY_PLAN } from './plan.ts';
import { LABEL_SPANS, labelSamples } from './samples.ts';
import { trainBlend } from './train-blend.ts';
import { trainUrgency } from './train-urgency.ts';

const EVEN: TriageModel['temperature'] = { kind: 1, party: 1, topic: 1, urgent: 1 };

/** An example's message in the parts that urgency is judged by. */
export function readExample(example: Example, reader: Reader): Reading[] {
  return readParts(normalise(example.text), reader);
}

export type Ground = Reader & Teaching;

/** The model from the examples, its chances not yet set right. */
export function trainModel(
  examples: readonly SourcedExample[],
  ground: Ground,
  fingerprint: string,
): TriageModel {
  const parts = examples.map((example) => readExample(example, ground));
  const whole = examples.map((example) => readMessage(normalise(example.text), ground));
  const cases = examples.map(({ urgent }, at) => ({ urgent, parts: parts[at] ?? [] }));
  const samples = labelSamples(examples, whole, ground.weightOf);
  return {
    labels: trainBlend(samples, LABEL_SPANS, ground.vectors, LABELS_PLAN),
    urgency: trainUrgency(cases, ground.vectors, URGENCY_PLAN),
    temperature: EVEN,
    shift: shiftTo(ground.expected, samples, LABEL_SPANS),
    examples: fingerprint,
  };
}

/** Temperatures that make the chances come true on examples the model has not seen. */
export function temperaturesFor(
  model: TriageModel,
  held: readonly SourcedExample[],
  ground: Ground,
): TriageModel['temperature'] {
  const read = held.map((example) => ({ example, parts: readExample(example, ground) }));
  const labels = held.map((example) =>
    runBlend(model.labels, ground.vectors, readMessage(normalise(example.text), ground)),
  );
  const head = (name: Head, right: (example: Example) => number): Scored[] =>
    read.map(({ example }, at) => {
      const { from, size } = HEADS[name];
      return {
        scores: (labels[at] as Float32Array).slice(from, from + size),
        right: right(example),
        weight: ground.weightOf(example.source ?? ''),
      };
    });
  const urgent = read.map(({ example, parts }, at) => ({
    scores: Float32Array.of(
      0,
      urgencyScore(model.urgency, ground.vectors, parts, labels[at] as Float32Array),
    ),
    right: example.urgent ? 1 : 0,
    weight: 1,
  }));
  return {
    kind: bestTemperature(head('kind', ({ kind }) => KINDS.indexOf(kind))),
    party: bestTemperature(head('party', ({ counterparty }) => PARTIES.indexOf(counterparty[0] ?? 'none'))),
    topic: bestTemperature(head('topic', ({ topic }) => TOPICS.indexOf(topic))),
    urgent: bestTemperature(urgent),
  };
}
