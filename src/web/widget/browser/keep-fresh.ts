import type { Held } from './held.ts';

/** Half of a token's life. */
const REFRESH_MS = 15 * 60_000;

/** Gets a fresh token in time, as long as the page is open. */
export function keepFresh(held: Held): void {
  let renewed = Date.now();
  const renew = async () => {
    const id = held.now()?.id;
    if (id === undefined || Date.now() - renewed < REFRESH_MS) return;
    renewed = Date.now();
    await held.inside('tokens/refresh', {}).then(
      ({ token }) => held.keep(id, token),
      () => undefined,
    );
  };
  setInterval(renew, REFRESH_MS / 15);
  // A telephone sleeps through its timers.
  document.addEventListener('visibilitychange', renew);
}
