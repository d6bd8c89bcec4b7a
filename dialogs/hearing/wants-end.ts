import { type Hearing, leftOver } from './phrases.ts';
import { holds, plain } from './plain.ts';

/**
 * "I want to end this", "she just wants it to stop": of the chat, or of a life. Nobody can tell which, so it is
 * no command, and never heard as calm. "I want to end this chat" says which.
 */
export function hearWantsEnd(text: string, { wantsEnd, fillers }: Hearing): boolean {
  const said = plain(text);
  const says = (phrases: readonly string[]) => phrases.some((phrase) => holds(said, phrase));
  const nothingElse = (phrases: readonly string[]) =>
    leftOver(said, [...phrases, ...wantsEnd.around], fillers) === 0;
  const { wish, end, alone } = wantsEnd;
  return (says(wish) && says(end) && nothingElse([...wish, ...end])) || (says(alone) && nothingElse(alone));
}
