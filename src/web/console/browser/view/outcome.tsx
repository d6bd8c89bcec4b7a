import { useState } from 'preact/hooks';
import type { CaseSheet } from '../../api.ts';
import type { TalkProps } from './talk-pane.tsx';

/** How the talk ended: the last thing that is written down of a case. */
export function Outcome({ sheet, me, state, acts }: TalkProps & { sheet: CaseSheet }) {
  const [chosen, choose] = useState('');
  const outcomes = me.councils.find(({ slug }) => slug === sheet.council)?.outcomes ?? [];
  const close = (event: Event) => {
    event.preventDefault();
    if (chosen !== '') void acts.close(sheet.id, chosen);
  };
  return (
    <form class="outcome" onSubmit={close}>
      <fieldset>
        <legend>
          <h3 id="outcome" tabIndex={-1}>
            How did it end?
          </h3>
        </legend>
        {outcomes.map(({ id, label }) => (
          <label key={id} class="choice">
            <input
              type="radio"
              name="outcome"
              value={id}
              required
              checked={chosen === id}
              onChange={() => choose(id)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <button type="submit" class="main" disabled={state.busy}>
        Close the case
      </button>
    </form>
  );
}
