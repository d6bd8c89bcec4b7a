import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { CaseSheet } from '../../api.ts';
import type { Acts } from '../acts.ts';
import { inOrder } from '../in-order.ts';
import type { Talk } from '../state.ts';
import { WORDS } from '../words.ts';
import { Message, NoteItem, UnsentItem } from './message.tsx';

/** On a small screen the page scrolls, and the messages do not. */
const scrolls = (box: HTMLElement) => getComputedStyle(box).overflowY === 'auto';

const belowPx = (box: HTMLElement) =>
  scrolls(box)
    ? box.scrollHeight - box.scrollTop - box.clientHeight
    : box.getBoundingClientRect().bottom - innerHeight;

/**
 * To the end, but never past the beginning of what a person said last: after a long answer of the bot, the
 * family's own words would be out of sight, and they are what the adviser has to read.
 */
function toEnd(box: HTMLElement): void {
  if (scrolls(box)) {
    box.scrollTop = box.scrollHeight;
    const last = [...box.querySelectorAll('.family, .adviser, .note')].at(-1);
    const above = last === undefined ? 0 : box.getBoundingClientRect().top - last.getBoundingClientRect().top;
    if (above > 0) box.scrollTop -= above;
  } else box.lastElementChild?.scrollIntoView({ block: 'nearest' });
}

interface Props {
  readonly id: string;
  readonly talk: Talk;
  readonly sheet: CaseSheet;
  readonly acts: Acts;
}

/** So near the end, the adviser is reading along. */
const NEAR_PX = 120;

/** Everything that was said, with the notes between, and at the end what is not sent yet. */
export function Messages({ id, talk, sheet, acts }: Props) {
  const { messages, unsent } = talk;
  const box = useRef<HTMLDivElement>(null);
  const along = useRef(true);
  /** Where following the talk has left the box: whoever is still there reads along. */
  const rested = useRef(0);
  const follow = () => {
    if (!along.current || box.current === null) return;
    toEnd(box.current);
    rested.current = box.current.scrollTop;
  };
  const drawn = useMemo(
    () =>
      inOrder(messages, sheet.history).map((one) =>
        one.type === 'note' ? (
          <NoteItem key={`note ${one.at}`} by={one.by} at={one.at} text={one.text} />
        ) : (
          <Message key={one.said.seq} said={one.said} />
        ),
      ),
    [messages, sheet.history],
  );
  const watch = () => {
    const { current } = box;
    if (current === null) return;
    const still = scrolls(current) && Math.abs(current.scrollTop - rested.current) < 2;
    along.current = still || belowPx(current) < NEAR_PX;
  };
  useEffect(() => {
    addEventListener('scroll', watch);
    // A reply that grows takes room from the messages: the last one stays in sight.
    const sized = new ResizeObserver(() => {
      if (box.current !== null && scrolls(box.current)) follow();
    });
    if (box.current !== null) sized.observe(box.current);
    return () => {
      removeEventListener('scroll', watch);
      sized.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    along.current = true;
  }, [id]);
  useLayoutEffect(() => {
    follow();
  }, [id, drawn, unsent]);
  return (
    <div
      class="messages"
      role="log"
      aria-live="off"
      aria-label="Messages"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      ref={box}
      onScroll={watch}
    >
      {!sheet.sharedAll && (
        <p class="said notice-line">{sheet.message === null ? WORDS.onlyFromNow : WORDS.onlyMessage}</p>
      )}
      {drawn}
      {sheet.message !== null && (
        <article class="said family">
          <h3>Message left by the family</h3>
          <p class="typed">{sheet.message}</p>
          {sheet.contact !== null && (
            <p class="typed">
              <strong>How to reach them:</strong> {sheet.contact}
            </p>
          )}
        </article>
      )}
      {unsent.map((one) => (
        <UnsentItem
          key={one.clientId}
          unsent={one}
          onRetry={() => acts.retry(id, one.clientId)}
          onTakeBack={() => acts.takeBack(id, one.clientId)}
        />
      ))}
    </div>
  );
}
