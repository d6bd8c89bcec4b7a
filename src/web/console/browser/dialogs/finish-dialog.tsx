import { Outcome } from '../view/outcome.tsx';
import type { CaseDialogProps } from './dialogs.tsx';
import { Modal } from './modal.tsx';

/** Ends the talk: with its outcome at once, or with the outcome to be recorded afterwards. */
export function FinishDialog(props: CaseDialogProps) {
  const { sheet, state, acts, onClose } = props;
  return (
    <Modal title="Finish the talk" onClose={onClose}>
      <p>The family is told that you have left. They can go on with the bot.</p>
      <Outcome {...props} />
      <p>
        <button type="button" disabled={state.busy} onClick={() => void acts.finish(sheet.id)}>
          Finish now, record the outcome later
        </button>
      </p>
    </Modal>
  );
}
