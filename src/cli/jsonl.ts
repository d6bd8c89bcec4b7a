/** One JSON object a line in, one a line out, same order: how the commands are measured. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const WithId = z.looseObject({ id: z.union([z.string(), z.number(), z.null()]).default(null) });

/**
 * Answers each line of `input` by `handle`. A line that cannot be read, or that `handle` refuses, gives
 * `{id, error}` and the rest goes on.
 * @returns the exit status: 0, or 1 when any line was bad
 */
export async function answerLines<I>(
  schema: z.ZodType<I>,
  handle: (line: I) => Record<string, unknown>,
  { input, output }: { input: Readable; output: Writable },
): Promise<0 | 1> {
  let status: 0 | 1 = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const answer = answerLine(line, schema, handle);
    if ('error' in answer) status = 1;
    if (!output.write(`${JSON.stringify(answer)}\n`)) {
      await new Promise((resolve) => output.once('drain', resolve));
    }
  }
  return status;
}

function answerLine<I>(
  line: string,
  schema: z.ZodType<I>,
  handle: (line: I) => Record<string, unknown>,
): Record<string, unknown> {
  const json = parseJson(line);
  if (json === undefined) return { id: null, error: 'The line is not JSON.' };
  const { id } = WithId.safeParse(json).data ?? { id: null };
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { id, error: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not understood'}` };
  }
  try {
    return { id, ...handle(parsed.data) };
  } catch (error) {
    return { id, error: error instanceof LineError ? error.message : 'The line could not be answered.' };
  }
}

/** A refusal with a sentence for whoever wrote the line. */
export class LineError extends Error {
  override readonly name = 'LineError';
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
