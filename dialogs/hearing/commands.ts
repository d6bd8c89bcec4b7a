import { COMMANDS, type Command, type Hearing, hears, isOnly } from './phrases.ts';
import { plain } from './plain.ts';
import { aroundWithTimes, withoutFigures } from './times.ts';
import { hearWantsEnd } from './wants-end.ts';

/**
 * The command in a message, also inside a longer sentence ("actually can I speak to a real person about
 * this"), or null. "They want to stop his plan" and a letter that was pasted in are no commands, and neither
 * is "I want to end this".
 */
export function hearCommand(text: string, hearing: Hearing): Command | null {
  if (hearWantsEnd(text, hearing)) return null;
  const said = plain(text);
  const command = COMMANDS.find((one) => hears(said, hearing.commands[one], hearing.fillers));
  if (command !== undefined) return command;
  // "Please ring me on Monday": a person may be wanted at a time, the rest is for now.
  const wanted = isOnly(withoutFigures(said), hearing.commands.person, aroundWithTimes(hearing));
  return wanted ? 'person' : null;
}
