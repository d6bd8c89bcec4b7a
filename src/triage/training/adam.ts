/** One array of numbers being learned, with the memory Adam needs. */
export class Learned {
  readonly values: Float32Array;
  readonly slope: Float32Array;
  readonly #first: Float32Array;
  readonly #second: Float32Array;

  constructor(values: Float32Array) {
    this.values = values;
    this.slope = new Float32Array(values.length);
    this.#first = new Float32Array(values.length);
    this.#second = new Float32Array(values.length);
  }

  /** Moves against the gathered slope (decoupled weight decay) and clears it. `turn` counts from 1. */
  step(rate: number, decay: number, turn: number): void {
    const { values, slope } = this;
    const fix1 = 1 - 0.9 ** turn;
    const fix2 = 1 - 0.999 ** turn;
    for (let i = 0; i < values.length; i++) {
      const g = slope[i] as number;
      const m = 0.9 * (this.#first[i] as number) + 0.1 * g;
      const v = 0.999 * (this.#second[i] as number) + 0.001 * g * g;
      this.#first[i] = m;
      this.#second[i] = v;
      const move = m / fix1 / (Math.sqrt(v / fix2) + 1e-8) + decay * (values[i] as number);
      values[i] = (values[i] as number) - rate * move;
      slope[i] = 0;
    }
  }
}
