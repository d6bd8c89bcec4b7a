/** The longest reply or note that is taken (`AdviserCommand`), in characters. */
export const MOST_CHARACTERS = 10_000;
