import type { Pane } from '../state.ts';
import type { ViewProps } from './app.tsx';

/** Past the lists to the part that is wanted. Buttons, because the address names the case and must stay. */
export function SkipLinks({ open }: { open: boolean }) {
  const to = (id: string, label: string) => (
    <button type="button" onClick={() => document.getElementById(id)?.focus()}>
      {label}
    </button>
  );
  return (
    <nav class="skip" aria-label="Skip">
      {to('waiting', 'Skip to the queue')}
      {open && to('talk-title', 'Skip to the talk')}
      {open && to('write', 'Skip to the reply')}
      {open && to('sheet-title', 'Skip to the case sheet')}
    </nav>
  );
}

const PANES: readonly (readonly [Pane, string])[] = [
  ['queue', 'Queue'],
  ['talk', 'Talk'],
  ['sheet', 'Case sheet'],
];

/** Where there is no room for all three side by side. */
export function PaneTabs({ state: { pane, open, queue }, acts }: ViewProps) {
  const waiting = queue?.waiting.length ?? 0;
  return (
    <nav class="tabs" aria-label="Parts of the page">
      {PANES.map(([name, label]) => (
        <button
          key={name}
          type="button"
          class={`tab-${name}`}
          aria-current={pane === name ? 'true' : undefined}
          disabled={name !== 'queue' && open === null}
          onClick={() => acts.pane(name)}
        >
          {label}
          {name === 'queue' && waiting > 0 ? ` (${waiting} waiting)` : ''}
        </button>
      ))}
    </nav>
  );
}
