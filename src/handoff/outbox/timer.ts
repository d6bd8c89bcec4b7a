/** Runs `then` once after so many milliseconds. @returns what calls it off */
export type Timer = (ms: number, then: () => void) => () => void;

/** Does not keep the process alive. */
export const realTimer: Timer = (ms, then) => {
  const timer = setTimeout(then, ms).unref();
  return () => clearTimeout(timer);
};
