import type { CaseSheet } from '../../api.ts';
import { talkOf } from '../talks.ts';
import type { TalkProps } from '../view/talk-pane.tsx';
import { FindDialog } from './find-dialog.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { PagesDialog } from './pages-dialog.tsx';
import { RepliesDialog } from './replies-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

export interface DialogProps extends TalkProps {
  readonly onClose: () => void;
}
export interface CaseDialogProps extends DialogProps {
  readonly sheet: CaseSheet;
}

/** The dialog that is open, if any. */
export function Dialogs({ me, state, acts }: TalkProps) {
  const props = { me, state, acts, onClose: () => acts.dialog(null) };
  switch (state.dialog) {
    case null:
      return null;
    case 'help':
      return <HelpDialog {...props} />;
    case 'settings':
      return <SettingsDialog {...props} />;
    case 'find':
      return <FindDialog {...props} />;
    default: {
      const sheet = state.open === null ? null : talkOf(state, state.open).sheet;
      if (sheet === null) return null;
      const Shown = {
        replies: RepliesDialog,
        pages: PagesDialog,
        transfer: TransferDialog,
        finish: FinishDialog,
      }[state.dialog];
      return <Shown {...props} sheet={sheet} />;
    }
  }
}
