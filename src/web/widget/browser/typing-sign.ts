/** How long a typing sign stands when nothing follows. */
const TYPING_MS = 10_000;

/** The line that says who is writing. @returns shows it with these words, or takes it away */
export function createTypingSign(line: HTMLElement): (words: string | null) => void {
  let stops = 0;
  const show = (words: string | null) => {
    clearTimeout(stops);
    line.hidden = words === null;
    if (line.lastElementChild !== null) line.lastElementChild.textContent = words ?? '';
    if (words !== null) stops = window.setTimeout(() => show(null), TYPING_MS);
  };
  return show;
}
