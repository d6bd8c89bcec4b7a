import { hearCommand } from './commands.ts';
import { type Hearing, hears } from './phrases.ts';
import { plain } from './plain.ts';

/** Longer messages say something of their own, whatever they begin with. */
const MOST_WORDS = 6;

/**
 * A word or two that only keep the conversation going: yes, thanks, go back, "I don't have it". They are
 * heard as such before any model is asked what they might mean.
 */
export function isEveryday(text: string, hearing: Hearing): boolean {
  const said = plain(text);
  if (said.split(' ').length > MOST_WORDS) return false;
  const lists = [
    hearing.yes,
    hearing.no,
    hearing.thanks,
    hearing.greeting,
    hearing.unknownDate,
    hearing.noContact,
  ];
  return hearCommand(text, hearing) !== null || lists.some((list) => hears(said, list, hearing.fillers));
}
