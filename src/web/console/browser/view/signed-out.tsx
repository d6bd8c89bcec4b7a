import type { State } from '../state.ts';

/** Before anything could be read: the sign-in is over, or the service does not answer. */
export function SignedOut({ state }: { state: State }) {
  return (
    <main class="alone">
      <h1>Signpost for advisers</h1>
      <p>
        {state.signedOut
          ? 'You are not signed in, or your sign-in has ended.'
          : 'The service does not answer.'}
      </p>
      <p>
        <button type="button" class="main" onClick={() => location.reload()}>
          {state.signedOut ? 'Sign in' : 'Try again'}
        </button>
      </p>
    </main>
  );
}
