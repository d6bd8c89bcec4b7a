import { COMMANDS, type Command, type Hearing, hears } from './phrases.ts';
import { plain } from './plain.ts';

/**
 * The command in a message, also inside a longer sentence ("actually can I speak to a real person about
 * this"), or null. "They want to stop his plan" is no command: words that families need for their matter
 * count only when they are all that is said.
 */
export function hearCommand(text: string, hearing: Hearing): Command | null {
  const said = plain(text);
  return COMMANDS.find((command) => hears(said, hearing.commands[command], hearing.politeness)) ?? null;
}
