import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Report } from '../finding.ts';
import { issueInWords } from './issue-in-words.ts';
import { lineOf, type Path } from './locate.ts';

/** A file that was read and fits its schema; `lineOf` says where a field stands. */
export interface Read<T> {
  readonly file: string;
  readonly value: T;
  lineOf(path: Path): number;
}

/**
 * Parses YAML and checks it. Every mistake is reported with its real line, and null returned.
 * `above` is the number of lines that stand before the YAML in its file.
 */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  report: Report,
  above = 0,
): Read<T> | null {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  for (const { linePos, message } of document.errors) {
    const line = (linePos?.[0].line ?? 1) + above;
    const [first = message] = message.split('\n');
    report({ level: 'error', file, line, field: '', message: first, fix: 'Compare it with a similar file.' });
  }
  if (document.errors.length > 0) return null;
  const raw: unknown = document.toJS();
  const parsed = schema.safeParse(raw);
  const at = (path: Path) => lineOf(document, counter, path) + above;
  if (parsed.success) return { file, value: parsed.data, lineOf: at };
  for (const issue of parsed.error.issues) {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    report({
      level: 'error',
      file,
      line: at(path),
      field: path.map(String).join('.'),
      ...issueInWords(issue, valueAt(raw, issue.path)),
    });
  }
  return null;
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
}
