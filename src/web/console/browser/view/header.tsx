import type { Me } from '../../api.ts';
import { kept } from '../kept.ts';
import { clockTime } from '../times.ts';
import type { ViewProps } from './app.tsx';

export function Header({ me, state, acts }: ViewProps & { me: Me }) {
  const leave = (event: Event) => {
    const unsent = Object.values(state.talks).some((one) => one.drafts.reply !== '' || one.unsent.length > 0);
    if (unsent && !confirm('Some of what you wrote is not sent. Sign out and lose it?'))
      event.preventDefault();
    else kept.clear();
  };
  return (
    <header>
      <h1>
        <span class="mark" aria-hidden="true" />
        Signpost <span class="quiet">for advisers</span>
      </h1>
      <button
        type="button"
        class="duty"
        role="switch"
        aria-checked={me.onDuty}
        onClick={() => void acts.me({ onDuty: !me.onDuty })}
      >
        <span class="knob" aria-hidden="true" />
        {me.onDuty ? 'On duty' : 'Off duty'}
      </button>
      <button type="button" onClick={() => acts.dialog('find')}>
        Find a case
      </button>
      <button type="button" onClick={() => acts.dialog('settings')}>
        Settings
      </button>
      <button type="button" onClick={() => acts.dialog('help')}>
        Help
      </button>
      <p class="who-am-i">
        {me.name}
        <span class="quiet"> Signed in until {clockTime(me.signedInUntil)}</span>
      </p>
      <form method="post" action="/console/sign-out" onSubmit={leave}>
        <button type="submit">Sign out</button>
      </form>
    </header>
  );
}
