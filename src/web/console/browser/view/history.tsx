import type { CaseSheet } from '../../api.ts';
import { dayAndTime } from '../times.ts';
import { EVENT_WORDS } from '../words.ts';

/** What was done and by whom; that somebody said something stands in the talk itself. */
export function History({ history }: Pick<CaseSheet, 'history'>) {
  const shown = history.filter(({ type }) => type !== 'said');
  return (
    <section>
      <h3>History</h3>
      <ol class="history">
        {shown.map(({ at, by, type, text }) => (
          <li key={`${at} ${type}`} class={type === 'noted' ? 'note' : type === 'flagged-red' ? 'red' : ''}>
            <p>
              {EVENT_WORDS[type] ?? type} <span class="quiet">{by}</span>{' '}
              <time class="quiet" dateTime={at}>
                {dayAndTime(at)}
              </time>
            </p>
            {text !== null && <p class="typed">{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
