import type { CaseSheet } from '../../api.ts';
import { isMine } from './standing.ts';
import type { TalkProps } from './talk-pane.tsx';

/** What can be done with the whole case; only what is possible is shown. */
export function CaseActs({ sheet, me, state, acts }: TalkProps & { sheet: CaseSheet }) {
  const { id } = sheet;
  if (sheet.state === 'waiting' || sheet.state === 'message-left')
    return (
      <div class="acts">
        <button type="button" class="main" disabled={state.busy} onClick={() => void acts.take(id)}>
          Take this case
        </button>
      </div>
    );
  if (!isMine(sheet, me.id)) return null;
  const talking = sheet.state === 'claimed' || sheet.state === 'live';
  // A left message can be given back for as long as nobody has dealt with it.
  const returns = talking || (sheet.state === 'wrapping' && sheet.message !== null);
  return (
    <fieldset class="acts bare" aria-label="This case">
      {talking && (
        <button type="button" disabled={state.busy} onClick={() => acts.dialog('transfer')}>
          Transfer
        </button>
      )}
      {returns && (
        <button type="button" disabled={state.busy} onClick={() => void acts.giveBack(id)}>
          Return to queue
        </button>
      )}
      {sheet.state === 'live' && (
        <button type="button" disabled={state.busy} onClick={() => acts.dialog('finish')}>
          Finish the talk
        </button>
      )}
    </fieldset>
  );
}
