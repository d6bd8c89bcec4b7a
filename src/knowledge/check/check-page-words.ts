/** What one page's words may get wrong: too hard, banned, a link nobody can follow, a number of nobody's. */
import type { Finding, Report } from '../finding.ts';
import type { Knowledge } from '../knowledge.ts';
import type { BannedWords } from '../schema/banned-words.ts';
import type { Page } from '../schema/page.ts';
import { bannedIn } from './banned-in.ts';
import { looseNumbers } from './loose-numbers.ts';
import { readingGrade } from './reading-grade.ts';

const HARD = 8;
const TOO_HARD = 10;

export interface PageText {
  readonly page: Page;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly titleLine: number;
}

export function checkPageWords(
  text: PageText,
  knowledge: Knowledge,
  banned: BannedWords,
  report: Report,
): void {
  const { page, bodyLine, titleLine } = text;
  const say = (level: Finding['level'], line: number, field: string, message: string, fix: string) =>
    report({ level, file: page.file, line, field, message, fix });
  const at = (offset: number) => bodyLine + page.body.slice(0, offset).split('\n').length - 1;

  const grade = readingGrade(page.body);
  if (grade !== null && grade > HARD) {
    const message = `The words are hard to read (grade ${grade.toFixed(1)}).`;
    say(
      grade > TOO_HARD ? 'error' : 'warning',
      bodyLine,
      'body',
      message,
      'Use shorter sentences and shorter words.',
    );
  }
  for (const { line, word, level, why, instead } of bannedIn(page.body, banned)) {
    say(level, bodyLine + line - 1, 'body', `"${word}": ${why}`, instead);
  }
  for (const { word, level, why, instead } of bannedIn(page.title, banned)) {
    say(level, titleLine, 'title', `"${word}": ${why}`, instead);
  }
  for (const match of page.body.matchAll(/\]\((?!https?:|tel:|mailto:|<https?:)([^)]*)\)/g)) {
    say(
      'error',
      at(match.index),
      'body',
      `The link "${match[1]}" leads nowhere.`,
      'Name the page under seeAlso instead.',
    );
  }
  for (const { number, at: offset } of looseNumbers(page.body, knowledge)) {
    const fix =
      'Put it into council.yaml or national-bodies.yaml, and write {{contact:ROLE}} or {{body:ID}} here.';
    say('error', at(offset), 'body', `${number} is no contact's number.`, fix);
  }
}
