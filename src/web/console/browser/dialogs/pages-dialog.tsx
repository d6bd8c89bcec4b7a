import { useEffect, useState } from 'preact/hooks';
import type { Insert } from '../../api.ts';
import { service } from '../service.ts';
import { Markdown } from '../view/markdown.tsx';
import { WORDS } from '../words.ts';
import type { CaseDialogProps } from './dialogs.tsx';
import { Modal } from './modal.tsx';

/** Long enough for a word to be typed to its end. */
const PAUSE_MS = 250;

/** Pages of the knowledge base, with their sources, to be put into a reply. */
export function PagesDialog({ sheet, acts, onClose }: CaseDialogProps) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly Insert[] | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let over = false;
    const timer = setTimeout(async () => {
      try {
        const { pages } = await service.pages(sheet.council, words, sheet.id);
        if (over) return;
        setFound(pages);
        setProblem('');
      } catch {
        if (!over) setProblem(WORDS.notAnswered);
      }
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [words, sheet.council, sheet.id]);
  return (
    <Modal title="Knowledge pages" wide onClose={onClose}>
      <label for="page-words">What it is about</label>
      <input
        id="page-words"
        type="search"
        autocomplete="off"
        value={words}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <p role="status">{problem || countOf(found)}</p>
      <ul class="picks">
        {(found ?? []).map(({ id, title, text }) => (
          <li key={id} class="page">
            <details>
              <summary>{title}</summary>
              <Markdown text={text} />
            </details>
            <button type="button" onClick={() => acts.insert(sheet.id, text)}>
              Put in <span class="vh">{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function countOf(found: readonly Insert[] | null): string {
  if (found === null) return 'Looking';
  if (found.length === 0) return 'No page found. Try other words.';
  return found.length === 1 ? '1 page' : `${found.length} pages`;
}
