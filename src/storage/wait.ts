import { setTimeout } from 'node:timers/promises';

/** Lets `ms` milliseconds pass while others work. `keepAlive` false: the process may end meanwhile. */
export type Wait = (ms: number, keepAlive: boolean) => Promise<unknown>;

export const realWait: Wait = (ms, keepAlive) => setTimeout(ms, undefined, { ref: keepAlive });
