import { COMMANDS, type Command, type Hearing, hears } from './phrases.ts';
import { plain } from './plain.ts';

/**
 * The command in a message, also inside a longer sentence ("actually can I speak to a real person about
 * this"), or null. "They want to stop his plan" and a letter that was pasted in are no commands.
 */
export function hearCommand(text: string, hearing: Hearing): Command | null {
  const said = plain(text);
  return COMMANDS.find((command) => hears(said, hearing.commands[command], hearing.fillers)) ?? null;
}
