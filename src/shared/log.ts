import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

export type Log = Logger;

/**
 * What a log may say of an error: its class, its code, where it came from. Never its message: a parser
 * or a database puts what a family typed into it.
 */
export function errorWithoutWords(error: unknown): { class: string; code?: string; at?: string[] } {
  if (!(error instanceof Error)) return { class: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { class: error.name, ...code, ...whereFrom(error) };
}

function whereFrom(error: Error): { at?: string[] } {
  const stack = error.stack ?? '';
  const start = stack.indexOf(error.message);
  if (start < 0) return {};
  const frames = stack
    .slice(start + error.message.length)
    .split('\n')
    .filter((line) => line.startsWith('    at '));
  return { at: frames.slice(0, 8).map((line) => line.trim()) };
}

/**
 * The service's log: one JSON object a line. An error, bare or as `{ err }`, loses its words on the way;
 * the hook does it and not a serializer, because pino would copy the message before that.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    hooks: {
      logMethod(args, method) {
        const [first, ...rest] = args as [unknown, ...unknown[]];
        const kept =
          first instanceof Error
            ? { err: errorWithoutWords(first) }
            : typeof first === 'object' && first !== null && 'err' in first
              ? { ...first, err: errorWithoutWords(first.err) }
              : first;
        Reflect.apply(method, this, [kept, ...rest]);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
