import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A dialog of the browser's own: it keeps the keyboard inside, and gives it back where it was. */
export function Modal({ title, wide, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  // Also by Escape. What closes because it is taken off the page has been dealt with.
  const closed = () => {
    if (dialog.current?.isConnected === true) onClose();
  };
  return (
    <dialog ref={dialog} class={wide === true ? 'wide' : ''} aria-labelledby="dialog-title" onClose={closed}>
      <div class="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="plain" onClick={onClose}>
          Close <span class="vh">this window</span>
        </button>
      </div>
      {children}
    </dialog>
  );
}
