import { type Hearing, hears } from './phrases.ts';
import { plain } from './plain.ts';

/** "yep", "aye", "nah", "not really": true, false, or null when it is neither. */
export function hearYesNo(text: string, hearing: Hearing): boolean | null {
  const said = plain(text);
  const no = hears(said, hearing.no, hearing.fillers);
  const yes = hears(said, hearing.yes, hearing.fillers);
  if (no === yes) return null;
  return yes;
}
