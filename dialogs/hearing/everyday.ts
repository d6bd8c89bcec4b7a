import { COMMANDS, type Hearing, isOnly } from './phrases.ts';
import { plain } from './plain.ts';
import { hearSmallTalk } from './small-talk.ts';
import { aroundWithTimes, withoutFigures } from './times.ts';
import { hearWantsEnd } from './wants-end.ts';

/**
 * A word or two that only keep the conversation going: yes, thanks, go back, "I don't have it". They are
 * heard as such before any model is asked what they might mean. "A real person, I'm suicidal" says more than
 * that it wants a person, so it is none of them.
 */
export function isEveryday(text: string, hearing: Hearing): boolean {
  if (hearWantsEnd(text, hearing)) return false;
  if (hearSmallTalk(text, hearing) !== null) return true;
  const said = plain(text);
  const lists = [
    ...COMMANDS.map((command) => hearing.commands[command]),
    hearing.yes,
    hearing.no,
    hearing.greeting,
    hearing.unknownDate,
    hearing.noContact,
    hearing.leaveMessage,
    hearing.aboutBot,
    hearing.leaveQueue,
    hearing.askPlace,
    hearing.fromNow,
    hearing.endTalk,
    hearing.sendCopy,
  ];
  if (lists.some((list) => isOnly(said, list, hearing.fillers))) return true;
  const atSomeTime = [hearing.commands.person, hearing.leaveMessage, hearing.sendCopy];
  const timeless = withoutFigures(said);
  return atSomeTime.some((list) => isOnly(timeless, list, aroundWithTimes(hearing)));
}
