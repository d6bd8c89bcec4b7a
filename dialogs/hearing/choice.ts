import { recognizeChoices } from 'botbuilder-dialogs';
import { plain } from './plain.ts';

/** "2", "the second one", "number 2": nothing but a place in the list. "He is in year 2" is none. */
const PLACE =
  /^(?:the )?(?:number |option |no )?(?:\d|one|two|three|four|first|second|third|fourth|last)(?: one)?$/;

/** The place of the choice that a reply names, by its words or by number; null when it names none. */
export function hearChoice(text: string, choices: readonly string[]): number | null {
  const said = plain(text);
  const named = choices.findIndex((choice) => plain(choice) === said);
  if (named !== -1) return named;
  if (!PLACE.test(said)) return null;
  const [best] = recognizeChoices(said, [...choices], { locale: 'en-gb' });
  return best?.resolution.index ?? null;
}
