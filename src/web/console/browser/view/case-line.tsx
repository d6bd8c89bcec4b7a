import type { CaseLine } from '../../api.ts';
import { spell } from '../times.ts';
import { FOLLOW_UP, REASON_WORDS, STATE_WORDS } from '../words.ts';
import { DangerBadge, DaysBadge } from './badge.tsx';

export interface LineProps {
  readonly line: CaseLine;
  /** The service's time now. */
  readonly now: number;
  readonly mine: boolean;
  readonly current: boolean;
  /** Something that the adviser wrote is not sent. */
  readonly draft?: boolean;
  readonly busy?: boolean;
  readonly onOpen: () => void;
  readonly onTake?: () => void;
}

/** One case in a list: what decides who is answered first. */
export function CaseItem({ line, now, mine, current, draft, busy, onOpen, onTake }: LineProps) {
  const { id, ref, place, red, topic, reason, deadline } = line;
  const open = (event: Event) => {
    event.preventDefault();
    onOpen();
  };
  return (
    <li class={`case${red ? ' red' : ''}${current ? ' current' : ''}`}>
      <a href={`/console#case=${id}`} aria-current={current ? 'true' : undefined} onClick={open}>
        <span class="ref">{ref}</span> <span class="place">{place}</span>{' '}
        <span class="topic">{topic ?? REASON_WORDS[reason]}</span>{' '}
      </a>
      <p class="facts">
        {red && <DangerBadge />} {deadline !== null && <DaysBadge days={deadline.daysLeft} />}{' '}
        <span class={mine && line.owed !== null ? 'owed' : 'since'}>{standing(line, now, mine)}</span>{' '}
        {draft === true && <span class="draft">Not sent yet</span>}
      </p>
      {onTake !== undefined && (
        <button type="button" class="take" disabled={busy} onClick={onTake}>
          Take it <span class="vh">case {ref}</span>
        </button>
      )}
    </li>
  );
}

function standing({ state, since, owed, adviser, followUp }: CaseLine, now: number, mine: boolean): string {
  const who = mine || adviser === null ? '' : `${adviser.name}. `;
  switch (state) {
    case 'waiting':
      return `Waiting ${spell(now - Date.parse(since))}`;
    case 'message-left':
      return `Message left ${spell(now - Date.parse(since))} ago`;
    case 'live':
      return `${who}${owed === null ? STATE_WORDS.live : `Unanswered ${spell(now - Date.parse(owed))}`}`;
    case 'claimed':
      return mine ? 'Yours now. Open it to begin' : `${who}${STATE_WORDS.claimed}`;
    case 'wrapping':
      return `${who}${followUp ? FOLLOW_UP : STATE_WORDS.wrapping}`;
    default:
      return `${who}${STATE_WORDS[state]}`;
  }
}
