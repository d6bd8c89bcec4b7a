import type { ComponentChildren } from 'preact';
import type { CaseLine, Queue } from '../../api.ts';
import { talkOf } from '../talks.ts';
import type { ViewProps } from './app.tsx';
import { CaseItem } from './case-line.tsx';

/** Who waits, who is mine, and who is with my colleagues. */
export function Queues({ queue, state, acts }: ViewProps & { queue: Queue }) {
  const item = (line: CaseLine, mine: boolean, take: boolean) => {
    const { drafts, unsent } = talkOf(state, line.id);
    return (
      <CaseItem
        key={line.id}
        line={line}
        now={state.now + state.ahead}
        mine={mine}
        current={line.id === state.open}
        draft={mine && (unsent.length > 0 || (drafts.reply !== '' && line.id !== state.open))}
        busy={state.busy}
        onOpen={() => acts.open(line.id)}
        onTake={take ? () => void acts.take(line.id) : undefined}
      />
    );
  };
  return (
    <nav class="queue" aria-label="Cases">
      <List id="waiting" title="Waiting" count={queue.waiting.length} none="Nobody is waiting.">
        {queue.waiting.map((line) => item(line, false, true))}
      </List>
      <List id="mine" title="Mine" count={queue.mine.length} none="You have no open case.">
        {queue.mine.map((line) => item(line, true, false))}
      </List>
      <List id="colleagues" title="Colleagues" count={queue.colleagues.length} none="None at the moment.">
        {queue.colleagues.map((line) => item(line, false, false))}
      </List>
    </nav>
  );
}

interface ListProps {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly none: string;
  readonly children: ComponentChildren;
}

function List({ id, title, count, none, children }: ListProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title} <span class="count">{count}</span>
      </h2>
      {count === 0 ? <p class="none">{none}</p> : <ul>{children}</ul>}
    </section>
  );
}
