import type { Me } from '../../api.ts';
import { talkOf } from '../talks.ts';
import type { ViewProps } from './app.tsx';
import { CaseActs } from './case-acts.tsx';
import { Messages } from './messages.tsx';
import { standingOf } from './standing.ts';
import { Write } from './write.tsx';

export interface TalkProps extends ViewProps {
  readonly me: Me;
}

/** The case in the middle: what was said, and what the adviser can do about it. */
export function TalkPane({ me, state, acts }: TalkProps) {
  const { open } = state;
  if (open === null) return <Welcome />;
  const talk = talkOf(state, open);
  const { sheet } = talk;
  if (sheet === null)
    return (
      <section aria-labelledby="talk-title" class="talk empty">
        <h2 id="talk-title" tabIndex={-1}>
          {talk.problem === null ? 'Opening the case' : 'This case could not be opened'}
        </h2>
        <p>{talk.problem ?? 'One moment.'}</p>
      </section>
    );
  const writing = talk.typingUntil > state.now && sheet.state === 'live';
  return (
    <section aria-labelledby="talk-title" class="talk">
      <div class="talk-head">
        <div class="talk-name">
          <h2 id="talk-title" tabIndex={-1}>
            Case {sheet.ref} <span class="quiet">{sheet.place}</span>
          </h2>
          <p class="quiet">{standingOf(sheet, me.id)}</p>
        </div>
        <CaseActs sheet={sheet} me={me} state={state} acts={acts} />
      </div>
      {sheet.red && (
        <p class="red-banner">
          <strong>Danger mentioned.</strong> Read what the family wrote before you answer. If somebody is in
          danger now, they should ring 999.
        </p>
      )}
      <Messages id={open} talk={talk} sheet={sheet} acts={acts} />
      <p class="typing">{writing ? 'The family is writing' : ''}</p>
      <Write sheet={sheet} talk={talk} me={me} state={state} acts={acts} />
    </section>
  );
}

function Welcome() {
  return (
    <section aria-labelledby="talk-title" class="talk empty">
      <div class="welcome">
        <h2 id="talk-title" tabIndex={-1}>
          No case is open
        </h2>
        <p>Take a case from the queue, or open one to read it.</p>
      </div>
    </section>
  );
}
