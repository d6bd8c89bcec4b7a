import type { SaidMessage } from '../../api.ts';
import type { Unsent } from '../state.ts';
import { clockTime } from '../times.ts';
import { WORDS } from '../words.ts';
import { Markdown } from './markdown.tsx';

const Time = ({ at }: { at: string }) => <time dateTime={at}>{clockTime(at)}</time>;

/** One thing that was said. Who said it is there in words, not only in colour. */
export function Message({ said }: { said: SaidMessage }) {
  const { who, text, at } = said;
  if (who === 'notice')
    return (
      <div class="said notice-line">
        <Markdown text={text} />
        <Time at={at} />
      </div>
    );
  return (
    <article class={`said ${who}`}>
      <h3>
        {senderOf(said)} <Time at={at} />
      </h3>
      {who === 'family' ? <p class="typed">{text}</p> : <Markdown text={text} />}
    </article>
  );
}

function senderOf({ who, name }: SaidMessage): string {
  switch (who) {
    case 'family':
      return 'Family';
    case 'bot':
      return 'Signpost, the bot';
    case 'adviser':
    case 'notice':
      return `${name}, adviser`;
  }
}

export function NoteItem({ by, at, text }: { by: string; at: string; text: string }) {
  return (
    <article class="said note">
      <h3>
        Note by {by} <Time at={at} />
        <span class="only">{WORDS.noteSeen}</span>
      </h3>
      <p class="typed">{text}</p>
    </article>
  );
}

const DELIVERY: Readonly<Record<Unsent['delivery'], string>> = {
  sending: 'Sending',
  waiting: 'Not sent yet. Trying again.',
  sent: 'Sent',
  failed: 'Not sent.',
};

interface UnsentProps {
  readonly unsent: Unsent;
  readonly onRetry: () => void;
  readonly onTakeBack: () => void;
}

export function UnsentItem({ unsent: { text, delivery, why, at }, onRetry, onTakeBack }: UnsentProps) {
  return (
    <article class={`said adviser unsent ${delivery}`}>
      <h3>
        You <Time at={at} />
      </h3>
      <Markdown text={text} />
      <p class="delivery">
        {DELIVERY[delivery]} {why}{' '}
        {(delivery === 'failed' || delivery === 'waiting') && (
          <button type="button" onClick={onRetry}>
            Try again
          </button>
        )}{' '}
        {delivery === 'failed' && (
          <button type="button" onClick={onTakeBack}>
            Put it back in the box
          </button>
        )}
      </p>
    </article>
  );
}
