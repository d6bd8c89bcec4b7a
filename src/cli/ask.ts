import { z } from 'zod';
import { ask } from '../knowledge/ask.ts';
import { createSearch } from '../knowledge/search.ts';
import { triage } from '../triage/triage.ts';
import { knownCouncil, loadContent } from './content.ts';
import { answerLines } from './jsonl.ts';
import { io, print, tell } from './output.ts';
import { today } from './today.ts';

const Line = z.object({ text: z.string(), council: z.string().nullish() });

/** `signpost ask [TEXT] [--council S] [--jsonl]` */
export async function askCommand(
  text: string | undefined,
  options: { jsonl?: boolean; council?: string },
): Promise<number> {
  const search = createSearch(loadContent());
  const day = today();
  const answer = (line: z.infer<typeof Line>) => {
    const council = knownCouncil(line.council, search.knowledge);
    const { topics } = triage(line.text, { today: day });
    const { pages, topics: about, answer: words } = ask(line.text, { search, council, today: day, topics });
    return { pages, topics: about, answer: words };
  };
  if (options.jsonl === true) return answerLines(Line, answer, io);
  if (text === undefined) {
    tell('Give a question, or --jsonl and lines on standard input.');
    return 1;
  }
  print(answer({ text, council: options.council }).answer);
  return 0;
}
