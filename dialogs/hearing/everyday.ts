import { COMMANDS, type Hearing, isOnly } from './phrases.ts';
import { plain } from './plain.ts';

/**
 * A word or two that only keep the conversation going: yes, thanks, go back, "I don't have it". They are
 * heard as such before any model is asked what they might mean. "A real person, I'm suicidal" says more than
 * that it wants a person, so it is none of them.
 */
export function isEveryday(text: string, hearing: Hearing): boolean {
  const said = plain(text);
  const lists = [
    ...COMMANDS.map((command) => hearing.commands[command]),
    hearing.yes,
    hearing.no,
    hearing.thanks,
    hearing.greeting,
    hearing.unknownDate,
    hearing.noContact,
    hearing.leaveMessage,
    hearing.aboutBot,
    hearing.leaveQueue,
    hearing.askPlace,
    hearing.fromNow,
    hearing.endTalk,
  ];
  return lists.some((list) => isOnly(said, list, hearing.fillers));
}
