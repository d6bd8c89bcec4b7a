import { useState } from 'preact/hooks';
import { useColleagues } from '../use-colleagues.ts';
import { WORDS } from '../words.ts';
import type { CaseDialogProps } from './dialogs.tsx';
import { Modal } from './modal.tsx';

/** To whom the case goes; those on duty first. */
export function TransferDialog({ me, sheet, state, acts, onClose }: CaseDialogProps) {
  const { colleagues, failed } = useColleagues([sheet.council]);
  const [to, setTo] = useState('');
  const others = colleagues?.filter(({ id }) => id !== me.id) ?? null;
  const give = (event: Event) => {
    event.preventDefault();
    const chosen = others?.find(({ id }) => id === to);
    if (chosen !== undefined) void acts.transfer(sheet.id, chosen.id, chosen.name);
  };
  return (
    <Modal title={`Transfer case ${sheet.ref}`} onClose={onClose}>
      <form onSubmit={give}>
        <fieldset>
          <legend>Who takes it over?</legend>
          {others === null && <p role="status">{failed ? WORDS.notAnswered : 'Looking'}</p>}
          {others?.length === 0 && <p>No colleague can take cases of {sheet.place}.</p>}
          {others?.map(({ id, name, onDuty }) => (
            <label key={id} class="choice">
              <input
                type="radio"
                name="to"
                value={id}
                required
                checked={to === id}
                onChange={() => setTo(id)}
              />
              <span>
                {name} <span class={onDuty ? 'badge on' : 'quiet'}>{onDuty ? 'On duty' : 'Off duty'}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p class="quiet">The family is told. Your colleague sees the whole case, with its notes.</p>
        <button type="submit" class="main" disabled={state.busy || (others ?? []).length === 0}>
          Transfer
        </button>
      </form>
    </Modal>
  );
}
