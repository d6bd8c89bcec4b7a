import type { Timer } from './timer.ts';

/**
 * Runs `work` for at most `ms`; its signal says when the time is over, or when `stop` does.
 * @throws when it was not done by then, even if it takes no notice of the signal
 */
export async function within<T>(
  work: (signal: AbortSignal) => Promise<T>,
  ms: number,
  timer: Timer,
  stop: AbortSignal,
): Promise<T> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, stop]);
  const callOff = timer(ms, () => over.abort());
  let end = () => {};
  const ended = new Promise<never>((_, reject) => {
    end = () => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([work(signal), ended]);
  } finally {
    callOff();
    signal.removeEventListener('abort', end);
  }
}
