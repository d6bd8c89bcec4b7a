import type { CaseSheet, SaidMessage } from '../api.ts';

export type Entry =
  | { readonly type: 'said'; readonly said: SaidMessage }
  | { readonly type: 'note'; readonly at: string; readonly by: string; readonly text: string };

/** What was said, in its own order, with each note after what had been said when it was written. */
export function inOrder(messages: readonly SaidMessage[], history: CaseSheet['history']): readonly Entry[] {
  const notes = history.flatMap(({ at, by, type, text }) =>
    type === 'noted' && text !== null ? [{ type: 'note' as const, at, by, text }] : [],
  );
  const entries: Entry[] = [];
  let next = 0;
  for (const said of messages) {
    for (let note = notes[next]; note !== undefined && note.at < said.at; note = notes[++next])
      entries.push(note);
    entries.push({ type: 'said', said });
  }
  return [...entries, ...notes.slice(next)];
}
