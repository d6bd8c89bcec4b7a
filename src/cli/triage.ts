import { z } from 'zod';
import { IsoDate } from '../shared/vocabulary.ts';
import { triage } from '../triage/triage.ts';
import { answerLines } from './jsonl.ts';
import { io, print, tell } from './output.ts';
import { today } from './today.ts';

const Line = z.object({ text: z.string(), today: IsoDate.optional() });

/** `signpost triage [TEXT] [--jsonl]` */
export async function triageCommand(text: string | undefined, options: { jsonl?: boolean }): Promise<number> {
  const day = today();
  if (options.jsonl === true) {
    return answerLines(Line, (line) => reading(line.text, line.today ?? day), io);
  }
  if (text === undefined) {
    tell('Give a text, or --jsonl and lines on standard input.');
    return 1;
  }
  print(JSON.stringify(reading(text, day), null, 2));
  return 0;
}

function reading(text: string, day: string): Record<string, unknown> {
  const { kind, counterparty, topics, urgent, decisionDate, confidence } = triage(text, { today: day });
  return {
    kind,
    counterparty,
    topics,
    urgent,
    decisionDate,
    confidence: { kind: confidence.kind, counterparty: confidence.counterparty, topic: confidence.topic },
  };
}
