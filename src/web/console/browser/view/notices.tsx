import type { State } from '../state.ts';
import { WORDS } from '../words.ts';
import type { ViewProps } from './app.tsx';

/** What has happened elsewhere, and the state of the connection, in plain lines on top. */
export function Notices({ state, acts }: ViewProps) {
  const { notices, line, behind, signedOut, open } = state;
  return (
    <section class="notices" aria-label="Notices">
      {signedOut && (
        <p class="notice strong">
          {WORDS.signedOut}{' '}
          <a href="/console" onClick={reload}>
            Sign in again
          </a>
        </p>
      )}
      {!signedOut && (line === 'lost' || behind) && <p class="notice strong">{WORDS.lost}</p>}
      {notices.map(({ text, danger, caseId }) => (
        <p key={text} class={danger ? 'notice danger' : 'notice'}>
          <span>{text}</span>
          {caseId !== null && caseId !== open && (
            <button type="button" onClick={() => acts.open(caseId)}>
              Open this case
            </button>
          )}
          <button type="button" class="plain" onClick={() => acts.dismiss(text)}>
            Hide <span class="vh">this notice</span>
          </button>
        </p>
      ))}
    </section>
  );
}

/** The address differs from this page's by its case only: without this, the browser would not load it. */
function reload(event: Event): void {
  event.preventDefault();
  location.reload();
}

/** What screen readers say by themselves. */
export function Heard({ heard }: Pick<State, 'heard'>) {
  const lines = (now: boolean) =>
    heard.filter((one) => one.now === now).map(({ id, text }) => <p key={id}>{text}</p>);
  return (
    <>
      <div class="vh" role="status" aria-live="polite" aria-atomic="false">
        {lines(false)}
      </div>
      <div class="vh" role="alert" aria-live="assertive" aria-atomic="false">
        {lines(true)}
      </div>
    </>
  );
}
