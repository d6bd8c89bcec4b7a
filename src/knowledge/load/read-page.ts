import type { Report } from '../finding.ts';
import { FrontMatter, type Page } from '../schema/page.ts';
import { type Read, readYaml } from './read-yaml.ts';

const FENCE = /^---[ \t]*$/m;

/** A page and the line on which its body begins. */
export interface ReadPage extends Read<Page> {
  readonly bodyLine: number;
}

/** Reads one Markdown file with front matter. `council` is the slug of its folder, or null. */
export function readPage(
  file: string,
  source: string,
  council: string | null,
  report: Report,
): ReadPage | null {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const rest = text.startsWith('---\n') ? text.slice(4) : null;
  const end = rest === null ? -1 : rest.search(FENCE);
  if (rest === null || end === -1) {
    report({
      level: 'error',
      file,
      line: 1,
      field: '',
      message: 'The page has no front matter.',
      fix: 'Begin with a line "---", then id, title and the rest, then another line "---".',
    });
    return null;
  }
  const front = readYaml(file, rest.slice(0, end), FrontMatter, report, 1);
  if (front === null) return null;
  const afterFence = rest.indexOf('\n', end);
  const tail = afterFence === -1 ? '' : rest.slice(afterFence + 1);
  const body = tail.trim();
  const bodyLine = countLines(text.slice(0, text.length - tail.trimStart().length));
  if (body.length < 20) {
    report({
      level: 'error',
      file,
      line: bodyLine,
      field: 'body',
      message: 'The page says nothing.',
      fix: 'Write it.',
    });
    return null;
  }
  return { ...front, value: { ...front.value, council, body, file }, bodyLine };
}

function countLines(before: string): number {
  return before.split('\n').length;
}
