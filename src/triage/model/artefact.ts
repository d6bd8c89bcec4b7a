import { z } from 'zod';
import { SLOTS } from '../features/ngrams.ts';
import type { Blend } from './blend.ts';
import type { Linear } from './linear.ts';
import type { Net } from './net.ts';
import type { TriageModel } from './triage-model.ts';

const Size = z.int().nonnegative();
const NetShape = z.strictObject({ inputs: Size, hidden: Size, outputs: Size });
const BlendShape = z.strictObject({
  outputs: Size,
  rows: Size,
  linearShare: z.number(),
  nets: z.array(NetShape).min(1),
});
const Header = z.strictObject({
  examples: z.string(),
  temperature: z.strictObject({ kind: z.number(), party: z.number(), topic: z.number(), urgent: z.number() }),
  topicTellsParty: z.number(),
  partyOfTopic: z.array(z.number()),
  labels: BlendShape,
  urgency: BlendShape,
});
type BlendShape = z.infer<typeof BlendShape>;

/**
 * `knowledge/triage/model.bin`: the length of a JSON header, the header, then for each blend its slots
 * (uint32), row scales (float32), row weights (int8), biases and nets (float32).
 */
export function writeArtefact(model: TriageModel): Uint8Array {
  const { labels, urgency, partyOfTopic, ...rest } = model;
  const header: z.infer<typeof Header> = {
    ...rest,
    partyOfTopic: Array.from(partyOfTopic, (share) => Number(share.toPrecision(4))),
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
  const { examples, temperature, topicTellsParty } = header;
  const partyOfTopic = Float32Array.from(header.partyOfTopic);
  return { labels, urgency, temperature, topicTellsParty, partyOfTopic, examples };
}

function shapeOf(blend: Blend): BlendShape {
  const { outputs, weights } = blend.linear;
  return {
    outputs,
    rows: weights.length / outputs,
    linearShare: blend.linearShare,
    nets: blend.nets.map(({ inputs, hidden, outputs }) => ({ inputs, hidden, outputs })),
  };
}

function blendBytes(blend: Blend): Uint8Array[] {
  const { index, weights, bias, outputs } = blend.linear;
  const rows = weights.length / outputs;
  const slots = new Uint32Array(rows);
  index.forEach((row, slot) => {
    if (row > 0) slots[row - 1] = slot;
  });
  const scales = new Float32Array(rows);
  const small = new Int8Array(weights.length);
  for (let row = 0; row < rows; row++) {
    const own = weights.subarray(row * outputs, (row + 1) * outputs);
    const scale = Math.fround(own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / 127);
    scales[row] = scale;
    own.forEach((weight, o) => {
      small[row * outputs + o] = Math.round(weight / scale);
    });
  }
  return [slots, scales, small, bias, ...blend.nets.flatMap(netParts)].map(
    (part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
  );
}

function netParts(net: Net): Float32Array[] {
  return [net.mix, net.mixBias, net.answer, net.answerBias];
}

type Take = { bytes: (count: number) => Uint8Array; floats: (count: number) => Float32Array };

/** Reads on from a place; always by copy, so that no number need stand at a round address. */
function taker(all: Uint8Array, start: number): Take {
  let at = start;
  const bytes = (count: number) => {
    if (at + count > all.length) throw new Error('model.bin is too short');
    at += count;
    return Uint8Array.from(all.subarray(at - count, at));
  };
  return { bytes, floats: (count) => new Float32Array(bytes(count * 4).buffer) };
}

function readBlend(shape: BlendShape, take: Take): Blend {
  const linear = readLinear(shape, take);
  const nets = shape.nets.map(({ inputs, hidden, outputs }) => ({
    inputs,
    hidden,
    outputs,
    mix: take.floats(inputs * hidden),
    mixBias: take.floats(hidden),
    answer: take.floats(hidden * outputs),
    answerBias: take.floats(outputs),
  }));
  return { linear, nets, linearShare: shape.linearShare };
}

function readLinear({ rows, outputs }: BlendShape, take: Take): Linear {
  const slots = new Uint32Array(take.bytes(rows * 4).buffer);
  const scales = take.floats(rows);
  const small = new Int8Array(take.bytes(rows * outputs).buffer);
  const index = new Uint32Array(SLOTS);
  slots.forEach((slot, row) => {
    index[slot] = row + 1;
  });
  const weights = Float32Array.from(small, (step, at) => step * (scales[Math.floor(at / outputs)] as number));
  return { outputs, index, weights, bias: take.floats(outputs) };
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
