/** No vowels, so that no word comes about, and nothing that looks or sounds like a nought or a one. */
const SIGNS = 'BCDFGHJKLMNPQRSTVWXZ23456789';
const LENGTH = 6;

/** Six signs that a family can read out on the telephone. @param random gives a whole number below its argument */
export function newRef(random: (below: number) => number): string {
  return Array.from({ length: LENGTH }, () => SIGNS[random(SIGNS.length)]).join('');
}
