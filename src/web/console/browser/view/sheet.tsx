import type { CaseSheet } from '../../api.ts';
import { service } from '../service.ts';
import { talkOf } from '../talks.ts';
import { dayAndTime, wholeDay } from '../times.ts';
import { REASON_WORDS } from '../words.ts';
import type { ViewProps } from './app.tsx';
import { DangerBadge, DaysBadge } from './badge.tsx';
import { History } from './history.tsx';
import { Markdown } from './markdown.tsx';

/** Everything that is known of the case, beside the talk. */
export function Sheet({ state }: ViewProps) {
  const { open } = state;
  const sheet = open === null ? null : talkOf(state, open).sheet;
  if (sheet === null) return null;
  return (
    <section class="sheet" aria-labelledby="sheet-title">
      <h2 id="sheet-title" tabIndex={-1}>
        Case sheet
      </h2>
      <p class="facts">
        {sheet.red && <DangerBadge />}{' '}
        {!(sheet.red && sheet.reason === 'danger') && <span class="badge">{REASON_WORDS[sheet.reason]}</span>}
      </p>
      {sheet.contact !== null && (
        <section>
          <h3>How to reach them</h3>
          <p class="typed">{sheet.contact}</p>
        </section>
      )}
      <Deadlines sheet={sheet} />
      <Understood sheet={sheet} />
      {sheet.pathway !== null && (
        <section>
          <h3>Their pathway</h3>
          <details>
            <summary>Show the pathway they were given</summary>
            <Markdown text={sheet.pathway} />
          </details>
        </section>
      )}
      <History history={sheet.history} />
      <p>
        <a class="export" href={service.exportPath(sheet.id)} download>
          Export this case as text
        </a>
      </p>
    </section>
  );
}

function Deadlines({ sheet: { deadlines } }: { sheet: CaseSheet }) {
  if (deadlines.length === 0) return null;
  return (
    <section>
      <h3>Deadlines</h3>
      <ul class="deadlines">
        {deadlines.map(({ label, date, daysLeft, counted, binds }) => (
          <li key={`${label} ${date}`}>
            <DaysBadge days={daysLeft} />{' '}
            <span class="quiet">{binds === 'family' ? 'For the family' : 'For the other side'}</span>
            <p class="due">{label}</p>
            <p>
              <time dateTime={date}>{wholeDay(date)}</time>
            </p>
            <p class="quiet">{counted}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Understood({ sheet: { understood, openedAt, sharedAll } }: { sheet: CaseSheet }) {
  return (
    <section>
      <h3>What was understood</h3>
      <dl>
        {understood.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>Asked for an adviser</dt>
          <dd>
            <time dateTime={openedAt}>{dayAndTime(openedAt)}</time>
          </dd>
        </div>
      </dl>
      {understood.length === 0 && (
        <p class="quiet">
          {sharedAll
            ? 'Signpost could not tell what it is about. Read what they wrote.'
            : 'The family did not share what it is about.'}
        </p>
      )}
    </section>
  );
}
