import { SHORTCUTS } from '../shortcuts.ts';
import type { DialogProps } from './dialogs.tsx';
import { Modal } from './modal.tsx';

export function HelpDialog({ onClose }: DialogProps) {
  return (
    <Modal title="Help" onClose={onClose}>
      <p>
        Cases marked with danger come first, then those who have waited longest. Reading a case does not take
        it. Once you take it, the family is told that you have come.
      </p>
      <p>What you write is kept in this tab until it is sent, also when you load the page again.</p>
      <h3>Keys</h3>
      <dl class="keys">
        {SHORTCUTS.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>Alt</kbd> + <kbd>Shift</kbd> + <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
