import type { Services } from '../services.ts';
import { hears } from './phrases.ts';
import { plain } from './plain.ts';
import { hearYesNo } from './yes-no.ts';

/**
 * What a family wants that has asked for a person: `yes` and `no` answer the question it was asked, `skip` is
 * neither, `message` is a message for later; null when it said something else.
 */
export function hearPersonChoice(
  text: string,
  { hearing, wording }: Pick<Services, 'hearing' | 'wording'>,
): 'yes' | 'no' | 'message' | 'skip' | null {
  const said = plain(text);
  const is = (button: string) => said === plain(button);
  const heard = (list: 'leaveMessage' | 'fromNow' | 'noContact') =>
    hears(said, hearing[list], hearing.fillers);
  if (heard('leaveMessage')) return 'message';
  if (is(wording.buttons.share)) return 'yes';
  if (is(wording.buttons.fromNow) || heard('fromNow')) return 'no';
  if (is(wording.buttons.skip) || heard('noContact')) return 'skip';
  const sure = hearYesNo(text, hearing);
  return sure === null ? null : sure ? 'yes' : 'no';
}
