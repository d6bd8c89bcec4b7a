const SHORTEST = 12;
const LONGEST = 256;
/** "aaaaaaaaaaaa" and "121212121212" are guessed first. */
const FEWEST_SIGNS = 5;

/**
 * What is wrong with a new password, as a sentence; null when nothing is. Length counts, and nothing is asked
 * for about kinds of signs: such rules make passwords that are easier to guess (NCSC, password policy).
 */
export function wrongWithPassword(password: string, login: string): string | null {
  const signs = [...password.normalize('NFKC')];
  const plain = signs.join('').toLowerCase();
  if (signs.length < SHORTEST) return `The password must have at least ${SHORTEST} characters.`;
  if (signs.length > LONGEST) return `The password can have at most ${LONGEST} characters.`;
  if (plain === login || plain === login.split('@')[0]) return 'The password must not be the login.';
  if (new Set(signs).size < FEWEST_SIGNS) return 'The password repeats the same few characters.';
  return null;
}
