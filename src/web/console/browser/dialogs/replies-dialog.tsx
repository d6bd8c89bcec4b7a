import { useState } from 'preact/hooks';
import type { CaseDialogProps } from './dialogs.tsx';
import { Modal } from './modal.tsx';

/** Replies that advisers send often. */
export function RepliesDialog({ me, sheet, acts, onClose }: CaseDialogProps) {
  const [words, setWords] = useState('');
  const replies = me.councils.find(({ slug }) => slug === sheet.council)?.replies ?? [];
  const wanted = words.trim().toLowerCase();
  const shown = replies.filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(wanted));
  return (
    <Modal title="Ready replies" onClose={onClose}>
      <label for="filter">Words in the reply</label>
      <input
        id="filter"
        type="search"
        autocomplete="off"
        value={words}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <p role="status">
        {shown.length === 0 ? 'No reply has these words.' : `${shown.length} of ${replies.length}`}
      </p>
      <ul class="picks">
        {shown.map(({ title, text }) => (
          <li key={title}>
            <button type="button" onClick={() => acts.insert(sheet.id, text)}>
              <strong>{title}</strong>
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
