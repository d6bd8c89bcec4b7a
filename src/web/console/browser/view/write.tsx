import type { CaseSheet } from '../../api.ts';
import { MOST_CHARACTERS } from '../limits.ts';
import type { Mode, Talk } from '../state.ts';
import { WORDS } from '../words.ts';
import { Markdown } from './markdown.tsx';
import { Outcome } from './outcome.tsx';
import { isMine } from './standing.ts';
import type { TalkProps } from './talk-pane.tsx';
import { Tools } from './tools.tsx';

interface Props extends TalkProps {
  readonly sheet: CaseSheet;
  readonly talk: Talk;
}

/** Where the adviser writes: to the family while it is their talk, and a note at any time. */
export function Write({ sheet, talk, me, state, acts }: Props) {
  const { id } = sheet;
  const mine = isMine(sheet, me.id);
  const talking = mine && (sheet.state === 'claimed' || sheet.state === 'live');
  const mode: Mode = talking ? talk.mode : 'note';
  const text = talk.drafts[mode];
  const folded = !talking && talk.mode !== 'note' && text === '';
  const over = text.trim().length - MOST_CHARACTERS;
  const unable = over > 0 || (mode === 'note' && state.busy);
  const send = (event: Event) => {
    event.preventDefault();
    if (!unable) void acts.send(id, mode);
  };
  const key = (event: KeyboardEvent) => {
    const plain = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
    if (plain && !matchMedia('(pointer: coarse)').matches) send(event);
  };
  return (
    <div class="write-area">
      {mine && sheet.state === 'wrapping' && <Outcome sheet={sheet} me={me} state={state} acts={acts} />}
      {folded ? (
        <p class="write-row folded">
          <button type="button" onClick={() => acts.mode(id, 'note')}>
            Write a note for advisers
          </button>
        </p>
      ) : (
        <form class={`write ${mode}`} onSubmit={send} aria-label={mode === 'note' ? 'Note' : 'Reply'}>
          <div class="write-top">
            {talking && <ModeChoice id={id} mode={mode} onChoose={acts.mode} />}
            <label for="write" class={mode === 'reply' ? 'vh' : ''}>
              {mode === 'note' ? 'Your note. ' : 'Your reply to the family'}
              {mode === 'note' && <strong class="only">{WORDS.noteSeen}.</strong>}
            </label>
            <p id="write-hint" class="hint">
              Enter sends. Shift and Enter: new line.
            </p>
          </div>
          <textarea
            id="write"
            rows={3}
            value={text}
            aria-describedby={over > 0 ? 'too-long' : 'write-hint'}
            aria-invalid={over > 0}
            onInput={({ currentTarget }) => acts.write(id, mode, currentTarget.value)}
            onKeyDown={key}
          />
          {over > 0 && (
            <p id="too-long" class="wrong">
              Too long by {over} {over === 1 ? 'character' : 'characters'}.
            </p>
          )}
          <div class="write-row">
            {mode === 'reply' && <Tools sheet={sheet} acts={acts} />}
            <button type="submit" class="main send" aria-disabled={unable}>
              {mode === 'note' ? 'Save the note' : 'Send'}
            </button>
          </div>
          {mode === 'reply' && /[*_[\]#]|^\s*(\d+\.|-) /m.test(text) && (
            <details class="preview">
              <summary>How the family sees it</summary>
              <Markdown text={text} />
            </details>
          )}
        </form>
      )}
    </div>
  );
}

interface ModeProps {
  readonly id: string;
  readonly mode: Mode;
  readonly onChoose: (id: string, mode: Mode) => void;
}

function ModeChoice({ id, mode, onChoose }: ModeProps) {
  const choice = (value: Mode, label: string) => (
    <button type="button" aria-pressed={mode === value} onClick={() => onChoose(id, value)}>
      {label}
    </button>
  );
  return (
    <fieldset class="modes bare" aria-label="Write">
      {choice('reply', 'Reply to the family')}
      {choice('note', 'Note for advisers')}
    </fieldset>
  );
}
