/** Turns words meant for a parent into words for the young person who is asking for themselves. */

/** The verbs that follow "your child" in the content, as they stand after "you". */
const VERBS: Readonly<Record<string, string>> = {
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
  needs: 'need',
  gets: 'get',
  goes: 'go',
  says: 'say',
  finds: 'find',
  talks: 'talk',
  stays: 'stay',
  moves: 'move',
  turns: 'turn',
  misses: 'miss',
  feels: 'feel',
  wants: 'want',
};

/** "Your child needs your child's plan" becomes "You need your plan". */
export function speakToYoung(text: string): string {
  return text
    .replace(/\b([Yy])our child['’]s\b/g, '$1our')
    .replace(/\b([Yy])our child ([a-z]+)\b/g, (_, y: string, word: string) => `${y}ou ${VERBS[word] ?? word}`)
    .replace(/\b([Yy])our child\b/g, '$1ou');
}
