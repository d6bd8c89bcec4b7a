import { CORE_SCHEMA, load } from 'js-yaml';
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
 *
 * Two libraries share the work: js-yaml reads good content six times as fast, and yaml knows the line of
 * every field, which is wanted only where something is wrong.
 */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  report: Report,
  above = 0,
): Read<T> | null {
  const at = (path: Path) => lineIn(text, path) + above;
  const raw = parse(text);
  if (raw === null) {
    reportSyntax(file, text, report, above);
    return null;
  }
  const parsed = schema.safeParse(raw.value);
  if (parsed.success) return { file, value: parsed.data, lineOf: at };
  for (const issue of parsed.error.issues) {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    report({
      level: 'error',
      file,
      line: at(path),
      field: path.map(String).join('.'),
      ...issueInWords(issue, valueAt(raw.value, issue.path)),
    });
  }
  return null;
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) };
  } catch {
    return null;
  }
}

function reportSyntax(file: string, text: string, report: Report, above: number): void {
  const { errors } = parseDocument(text);
  const found = errors.map(({ linePos, message }) => ({ line: linePos?.[0].line ?? 1, message }));
  for (const { line, message } of found.length > 0 ? found : [{ line: 1, message: 'This is not YAML.' }]) {
    const [first = message] = message.split('\n');
    report({
      level: 'error',
      file,
      line: line + above,
      field: '',
      message: first,
      fix: 'Compare it with a similar file.',
    });
  }
}

function lineIn(text: string, path: Path): number {
  const counter = new LineCounter();
  return lineOf(parseDocument(text, { lineCounter: counter }), counter, path);
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
}
