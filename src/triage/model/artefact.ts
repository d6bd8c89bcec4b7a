import { z } from 'zod';
import { SLOTS } from '../features/ngrams.ts';
import type { Blend } from './blend.ts';
import type { Net } from './net.ts';
import { readRows, readTable, rowBytes, type Take, tableBytes, taker } from './table.ts';
import type { TriageModel } from './triage-model.ts';

const Size = z.int().nonnegative();
const BlendShape = z.strictObject({
  inputs: Size,
  hidden: Size,
  outputs: Size,
  /** How many n-grams have weights, and how many words vectors of their own. */
  grams: Size,
  words: Size,
  linearShare: z.number(),
});
type BlendShape = z.infer<typeof BlendShape>;
const Header = z.strictObject({
  examples: z.string(),
  temperature: z.strictObject({ kind: z.number(), party: z.number(), topic: z.number(), urgent: z.number() }),
  shift: z.array(z.number()),
  labels: BlendShape,
  urgency: BlendShape,
});

/**
 * `knowledge/triage/model.bin`: the length of a JSON header, the header, then for each blend the table of
 * its n-grams and their bias, the table of its words, and its net; weights as small whole numbers.
 */
export function writeArtefact(model: TriageModel): Uint8Array {
  const { examples, temperature, labels, urgency, shift } = model;
  const header: z.infer<typeof Header> = {
    examples,
    temperature,
    shift: short(shift),
    labels: shapeOf(labels),
    urgency: shapeOf(urgency),
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length, true);
  return concat([length, head, ...blendBytes(labels), ...blendBytes(urgency)]);
}

/** Throws when the bytes are not such a file. */
export function readArtefact(bytes: Uint8Array): TriageModel {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  const header = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))));
  const take = taker(bytes, 4 + length);
  const labels = readBlend(header.labels, take);
  const urgency = readBlend(header.urgency, take);
  return { ...header, labels, urgency, shift: Float32Array.from(header.shift) };
}

const short = (values: Float32Array): number[] => Array.from(values, (value) => Number(value.toPrecision(4)));

function shapeOf({ linear, net, tuned, linearShare }: Blend): BlendShape {
  const { inputs, hidden, outputs } = net;
  const grams = linear.weights.length / outputs;
  const words = tuned.values.length / (inputs / 2);
  return { inputs, hidden, outputs, grams, words, linearShare };
}

function blendBytes({ linear, net, tuned }: Blend): Uint8Array[] {
  return [
    ...tableBytes({ index: linear.index, values: linear.weights }, linear.outputs),
    floatBytes(linear.bias),
    ...tableBytes(tuned, net.inputs / 2),
    ...rowBytes(net.mix, net.hidden),
    floatBytes(net.mixBias),
    ...rowBytes(net.answer, net.outputs),
    floatBytes(net.answerBias),
  ];
}

function readBlend(shape: BlendShape, take: Take): Blend {
  const { inputs, outputs, grams, words, linearShare } = shape;
  const { index, values } = readTable(take, grams, outputs, SLOTS);
  const bias = take.floats(outputs);
  const tuned = readTable(take, words, inputs / 2);
  return { linear: { outputs, index, weights: values, bias }, net: readNet(shape, take), tuned, linearShare };
}

function readNet({ inputs, hidden, outputs }: BlendShape, take: Take): Net {
  const mix = readRows(take, inputs, hidden);
  const mixBias = take.floats(hidden);
  const answer = readRows(take, hidden, outputs);
  return { inputs, hidden, outputs, mix, mixBias, answer, answerBias: take.floats(outputs) };
}

const floatBytes = (values: Float32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
