import type { SearchSettings } from '../schema/search-settings.ts';
import { wordsOf } from './words.ts';

/** Who helps with a matter that is plainly somebody else's, or null. */
export function outOfScope(text: string, settings: SearchSettings): string | null {
  const said = wordsOf(text);
  const line = ` ${said.join(' ')} `;
  const doubtful = new Set(wordsOf(settings.schoolWords));
  const atSchool = said.some((word) => doubtful.has(word));
  const found = settings.outOfScope.find(
    ({ words, always }) =>
      (always || !atSchool) && words.some((each) => line.includes(` ${wordsOf(each).join(' ')} `)),
  );
  return found?.say ?? null;
}
