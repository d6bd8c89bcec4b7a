/** Far enough from the edge that the focus ring of a message is seen. */
const MARGIN = 8;

/** Where a family is in what was said, and where they are taken when something comes. */
export interface Place {
  /** To the end: a message of their own, or a word about it. */
  toEnd(element: Element): void;
  /** Before anything is shown that came at one moment. */
  begin(): void;
  came(element: Element): void;
  /** All of it is shown. `live`: it came just now, and is not history. */
  settle(live: boolean): void;
  /** A change at the very end; whoever saw the end sees it still. */
  atEnd(change: () => void): void;
  /** The chat was closed, and is open again. */
  away(): void;
  back(): void;
}

/**
 * A long answer is read from its beginning: from the first message since the family's own, or since they had
 * seen all. Whoever reads further up is not moved away from there, but told.
 *
 * @param below the button that leads to what came
 */
export function createPlace(scroll: HTMLElement, log: HTMLElement, below: HTMLButtonElement): Place {
  /** Where the unread part begins. */
  let first: Element | null = null;
  /** The first of what came at this moment. */
  let fresh: Element | null = null;
  /** They have just written, or have just come: the next thing is what they wait for. */
  let waiting = true;
  let isAway = false;
  let reading = false;

  const scrollsItself = () => getComputedStyle(scroll).overflowY === 'auto';
  const endInView = () => {
    const end = log.lastElementChild?.getBoundingClientRect().bottom ?? 0;
    return end <= (scrollsItself() ? scroll.getBoundingClientRect().bottom : innerHeight) + 1;
  };
  /** Moves the conversation and nothing around it; where the page itself scrolls, the page. */
  const show = (element: Element | null) => {
    if (element === null) return;
    if (!scrollsItself()) return element.scrollIntoView({ block: 'start' });
    scroll.scrollTop += element.getBoundingClientRect().top - scroll.getBoundingClientRect().top - MARGIN;
  };
  let told: Element | null = null;
  below.addEventListener('click', () => {
    below.hidden = true;
    show(told);
  });
  const found = () => {
    if (!below.hidden && endInView()) below.hidden = true;
  };
  // Of the conversation or of the page, whichever scrolls.
  addEventListener('scroll', found, { capture: true, passive: true });

  return {
    toEnd(element) {
      first = null;
      fresh = null;
      waiting = true;
      reading = false;
      below.hidden = true;
      if (scrollsItself()) scroll.scrollTop = scroll.scrollHeight;
      else element.scrollIntoView({ block: 'nearest' });
    },
    begin() {
      const seen = endInView();
      if (seen && !waiting && !isAway) first = null;
      reading = !seen && !waiting && !isAway;
      fresh = null;
    },
    came(element) {
      first ??= element;
      fresh ??= element;
    },
    settle(live) {
      if (fresh === null || isAway) return;
      waiting = false;
      if (!live || !reading) return show(first);
      if (below.hidden) told = fresh;
      below.hidden = false;
    },
    atEnd(change) {
      const seen = endInView();
      change();
      if (seen && !isAway && scrollsItself()) scroll.scrollTop = scroll.scrollHeight;
    },
    away() {
      isAway = true;
      first = null;
    },
    back() {
      if (!isAway) return;
      isAway = false;
      // Only then has the frame its size again.
      requestAnimationFrame(() => show(first));
    },
  };
}
