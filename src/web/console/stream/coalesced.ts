/** Calls at once, and then no more than once in `ms`: what is asked meanwhile becomes one call at its end. */
export function coalesced(ms: number, call: () => void): () => void {
  let resting = false;
  let again = false;
  const ask = () => {
    if (resting) {
      again = true;
      return;
    }
    resting = true;
    call();
    setTimeout(() => {
      resting = false;
      if (!again) return;
      again = false;
      ask();
    }, ms).unref();
  };
  return ask;
}
