/** A net of one hidden layer. */
export type Net = {
  readonly inputs: number;
  readonly hidden: number;
  readonly outputs: number;
  /** [input][hidden] */
  readonly mix: Float32Array;
  readonly mixBias: Float32Array;
  /** [hidden][output] */
  readonly answer: Float32Array;
  readonly answerBias: Float32Array;
};

export function runNet(net: Net, input: Float32Array): Float32Array {
  return layer(floor(layer(input, net.mix, net.mixBias)), net.answer, net.answerBias);
}

/** Adds each input's row of weights to the bias. */
export function layer(input: Float32Array, weights: Float32Array, bias: Float32Array): Float32Array {
  const out = bias.slice();
  const size = out.length;
  for (let i = 0; i < input.length; i++) {
    const value = input[i] as number;
    if (value === 0) continue;
    const from = i * size;
    for (let o = 0; o < size; o++) out[o] = (out[o] as number) + value * (weights[from + o] as number);
  }
  return out;
}

/** Nothing below 0, in place. */
export function floor(values: Float32Array): Float32Array {
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < 0) values[i] = 0;
  return values;
}
