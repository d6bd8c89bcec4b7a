import { useEffect, useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import type { Acts } from '../acts.ts';
import { Dialogs } from '../dialogs/dialogs.tsx';
import { titleOf } from '../page-title.ts';
import { listenToKeys } from '../shortcuts.ts';
import type { State } from '../state.ts';
import type { Store } from '../store.ts';
import { Header } from './header.tsx';
import { Heard, Notices } from './notices.tsx';
import { Queues } from './queues.tsx';
import { Sheet } from './sheet.tsx';
import { SignedOut } from './signed-out.tsx';
import { PaneTabs, SkipLinks } from './skip-links.tsx';
import { TalkPane } from './talk-pane.tsx';

export interface ViewProps {
  readonly state: State;
  readonly acts: Acts;
}

export function App({ store, acts }: { store: Store<State>; acts: Acts }) {
  const [, draw] = useReducer((count: number, _: undefined) => count + 1, 0);
  useEffect(() => store.listen(() => draw(undefined)), [store]);
  useEffect(() => listenToKeys(store, acts), [store, acts]);
  const state = store.get();
  const { focus, me, queue } = state;
  useLayoutEffect(() => {
    // Where that is not there any more, the keyboard must not fall back to the page's beginning.
    if (focus !== null) (document.getElementById(focus.id) ?? document.getElementById('talk-title'))?.focus();
  }, [focus]);
  const title = useMemo(() => titleOf(state), [state]);
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (me === null || queue === null) return <SignedOut state={state} />;
  return (
    <>
      <SkipLinks open={state.open !== null} />
      <Header me={me} state={state} acts={acts} />
      <Notices state={state} acts={acts} />
      <PaneTabs state={state} acts={acts} />
      <main class="panes" data-pane={state.pane}>
        <Queues queue={queue} state={state} acts={acts} />
        <TalkPane me={me} state={state} acts={acts} />
        <Sheet state={state} acts={acts} />
      </main>
      <Dialogs me={me} state={state} acts={acts} />
      <Heard heard={state.heard} />
    </>
  );
}
