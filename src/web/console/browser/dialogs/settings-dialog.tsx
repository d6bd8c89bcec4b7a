import { useState } from 'preact/hooks';
import type { DialogProps } from './dialogs.tsx';
import { Modal } from './modal.tsx';

type Allowed = NotificationPermission | 'none';
const allowedNow = (): Allowed => ('Notification' in window ? Notification.permission : 'none');

/** Sound and desktop notices. The browser is asked for leave only when the adviser wants it. */
export function SettingsDialog({ me, acts, onClose }: DialogProps) {
  const [allowed, setAllowed] = useState(allowedNow);
  const { settings } = me;
  const desktop = async (wanted: boolean) => {
    if (wanted && allowed === 'default') setAllowed(await Notification.requestPermission());
    await acts.me({ settings: { ...settings, desktop: wanted && allowedNow() === 'granted' } });
  };
  return (
    <Modal title="Settings" onClose={onClose}>
      <div class="setting">
        <button
          type="button"
          class="duty"
          role="switch"
          aria-checked={settings.sound}
          onClick={() => void acts.me({ settings: { ...settings, sound: !settings.sound } })}
        >
          <span class="knob" aria-hidden="true" />
          Sound
        </button>
        <button type="button" onClick={() => acts.play('soft')}>
          Hear the sound for a family
        </button>
        <button type="button" onClick={() => acts.play('danger')}>
          Hear the sound for danger
        </button>
      </div>
      <div class="setting">
        <button
          type="button"
          class="duty"
          role="switch"
          aria-checked={settings.desktop && allowed === 'granted'}
          disabled={allowed === 'denied' || allowed === 'none'}
          onClick={() => void desktop(!(settings.desktop && allowed === 'granted'))}
        >
          <span class="knob" aria-hidden="true" />
          Notices on the desktop
        </button>
        <p class="quiet">
          {allowed === 'denied' && 'This browser has been told not to show notices from this page. '}
          {allowed === 'none' && 'This browser cannot show notices. '}
          They come when you are at another window, and never hold what a family wrote.
        </p>
      </div>
    </Modal>
  );
}
